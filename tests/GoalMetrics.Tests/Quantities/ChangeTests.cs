namespace GoalMetrics.Tests.Quantities;

public sealed class ChangeTests
{
    [Fact]
    public void Between_Ratios_IsInPercentagePointsAndRelative()
    {
        // From 10 % to 12 % is 2 percentage points and 20 %.
        var change = Change.Between(10.Percent(), 12.Percent());
        change.From.Should().Be(10.Percent());
        change.To.Should().Be(12.Percent());
        change.Absolute.Should().Be(2.PercentagePoints());
        change.Relative.Should().Be(20.Percent());
        change.IsFromNegative.Should().BeFalse();
    }

    [Fact]
    public void Between_Money_IsInMoneyAndRelative()
    {
        var change = Change.Between(Money.Dkk(200), Money.Dkk(150));
        change.Absolute.Should().Be(Money.Dkk(-50));
        change.Relative.Should().Be((-25).Percent());
    }

    [Fact]
    public void Between_RealCounts_IsThePublishedGrowth() =>
        // Reference pop-airpassengers, "yoy" (R 4.2.2).
        Change.Between(5_140, 5_714).Relative.ShouldRoundTo(0.111673151750973m, Unit.Ratio);

    [Fact]
    public void Between_FromZero_HasNoRelativePart()
    {
        var change = Change.Between(Money.Dkk(0), Money.Dkk(5));
        change.Absolute.Should().Be(Money.Dkk(5));
        change.Relative.Should().Be(Quantity.Undefined(UndefinedReason.ZeroDenominator, "from", Unit.Ratio));
    }

    [Fact]
    public void Between_FromNegative_IsAgainstTheAbsoluteValueAndFlagged()
    {
        // (5 + 10) / 10.
        var change = Change.Between(Money.Dkk(-10), Money.Dkk(5));
        change.Absolute.Should().Be(Money.Dkk(15));
        change.Relative.Should().Be(150.Percent());
        change.IsFromNegative.Should().BeTrue();
    }

    [Fact]
    public void Between_Undefined_CarriesTheReasonAndSide()
    {
        var immature = Quantity.Undefined(UndefinedReason.Immature);
        var fromUndefined = Change.Between(immature, 5);
        fromUndefined.From.Should().Be(immature);
        fromUndefined.Absolute.ShouldBeUndefined(UndefinedReason.Immature, "from");
        fromUndefined.Relative.ShouldBeUndefined(UndefinedReason.Immature, "from");
        fromUndefined.IsFromNegative.Should().BeFalse();
        var toUndefined = Change.Between(5, immature);
        toUndefined.To.Should().Be(immature);
        toUndefined.Absolute.ShouldBeUndefined(UndefinedReason.Immature, "to");
        toUndefined.Relative.ShouldBeUndefined(UndefinedReason.Immature, "to");
    }

    [Fact]
    public void Between_UndefinedRatio_IsStillInPercentagePoints() =>
        Change.Between(Quantity.Undefined(UndefinedReason.NoData, unit: Unit.Ratio), 0.1m).Absolute.Unit.Should().Be(Unit.PercentagePoint);

    [Fact]
    public void Between_UnlikeUnits_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Change.Between(Money.Dkk(1), Money.Eur(2)))
            .Should().Be("Cannot subtract EUR and DKK: convert one of them first, with ExchangeRate.");

    [Fact]
    public void Between_TooFarApart_IsOverflow()
    {
        var change = Change.Between(Money.Dkk(decimal.MinValue), Money.Dkk(decimal.MaxValue));
        change.Absolute.Reason.Should().Be(UndefinedReason.Overflow);
        change.Relative.Reason.Should().Be(UndefinedReason.Overflow);
    }

    [Fact]
    public void Between_DurationsInTwoUnits_ConvertsThem()
    {
        var change = Change.Between(Quantity.Duration(2, DurationUnit.Minute), Quantity.Duration(150, DurationUnit.Second));
        change.Absolute.Should().Be(Quantity.Duration(30, DurationUnit.Second));
        change.Relative.Should().Be(25.Percent());
    }

    [Theory]
    [InlineData(1, 2, Direction.HigherIsBetter, ChangeVerdict.Better)]
    [InlineData(2, 1, Direction.HigherIsBetter, ChangeVerdict.Worse)]
    [InlineData(1, 2, Direction.LowerIsBetter, ChangeVerdict.Worse)]
    [InlineData(2, 1, Direction.LowerIsBetter, ChangeVerdict.Better)]
    [InlineData(2, 2, Direction.HigherIsBetter, ChangeVerdict.Unchanged)]
    [InlineData(2, 2, Direction.LowerIsBetter, ChangeVerdict.Unchanged)]
    [InlineData(1, 2, Direction.Neutral, ChangeVerdict.Unknown)]
    public void Judge_Direction_SaysWhetherItIsForTheBetter(int from, int to, Direction direction, ChangeVerdict verdict) =>
        Change.Between(from, to).Judge(direction).Should().Be(verdict);

    [Fact]
    public void Judge_Undefined_IsUnknown()
    {
        Change.Between(default, 2).Judge(Direction.HigherIsBetter).Should().Be(ChangeVerdict.Unknown);
        default(Change).Judge(Direction.HigherIsBetter).Should().Be(ChangeVerdict.Unknown);
    }

    [Fact]
    public void Equals_SameQuantities_IsEqual() =>
        Change.Between(Money.Dkk(1), Money.Dkk(2)).Should().Be(Change.Between(Money.Dkk(1.0m), Money.Dkk(2.0m)));
}

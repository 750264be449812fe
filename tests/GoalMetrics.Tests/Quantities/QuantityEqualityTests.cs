namespace GoalMetrics.Tests.Quantities;

/// <summary>What <c>==</c> says is what <c>&gt;=</c> and <c>&lt;=</c> say together; <c>Equals</c> is stricter and never throws.</summary>
public sealed class QuantityEqualityTests
{
    private static readonly Quantity Day = Quantity.Duration(1, DurationUnit.Day);
    private static readonly Quantity Hours = Quantity.Duration(24, DurationUnit.Hour);

    [Fact]
    public void Equality_SameTimeInTwoUnits_IsTheSame()
    {
        (Day == Hours).Should().BeTrue();
        (Day != Hours).Should().BeFalse();
        (Day >= Hours && Day <= Hours).Should().BeTrue();
        Day.CompareTo(Hours).Should().Be(0);
    }

    [Fact]
    public void Equals_SameTimeInTwoUnits_Differs() => Day.Equals(Hours).Should().BeFalse();

    [Fact]
    public void Equality_PlainCountAndCountOfThings_ComparesTheNumber()
    {
        (Quantity.Count(5, "order") == 5).Should().BeTrue();
        (Quantity.Count(5, "order") == 6).Should().BeFalse();
        (Quantity.Count(5, "order") >= 5).Should().BeTrue();
    }

    [Fact]
    public void Equals_PlainCountAndCountOfThings_Differs() => Quantity.Count(5, "order").Equals(5).Should().BeFalse();

    [Fact]
    public void Equality_RatioAndCount_ThrowsAndSaysHowToWriteTheRatio() =>
        Messages.Of<UnitMismatchException>(() => _ = Quantity.Ratio(1m) == 1).Should().Be(
            "Cannot compare ratio and count: a whole number is a count and a decimal is a ratio, so write 1m for 100 %.");

    [Fact]
    public void Equality_RatioAndDecimal_ComparesTheRatio() => (100.Percent() == 1m).Should().BeTrue();

    [Fact]
    public void Equality_TwoCurrencies_Throws() =>
        Messages.Of<UnitMismatchException>(() => _ = Money.Dkk(5) == Money.Eur(5)).Should().Be(
            "Cannot compare DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void Inequality_TwoCurrencies_Throws() =>
        Messages.Of<UnitMismatchException>(() => _ = Money.Dkk(5) != Money.Eur(5)).Should().Be(
            "Cannot compare DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void Equality_RatioAndPercentagePoint_Throws() =>
        Messages.Of<UnitMismatchException>(() => _ = 2.Percent() == 2.PercentagePoints()).Should().Be(
            "Cannot compare ratio and percentage points: both must have the same unit.");

    [Fact]
    public void Equals_UnlikeUnits_DiffersAndDoesNotThrow()
    {
        Money.Dkk(5).Equals(Money.Eur(5)).Should().BeFalse();
        2.Percent().Equals(2.PercentagePoints()).Should().BeFalse();
        Quantity.Ratio(1m).Equals(1).Should().BeFalse();
    }

    [Fact]
    public void Equality_UndefinedForTheSameReasonAndCause_IsTheSame()
    {
        var (one, other) = (Quantity.Undefined(UndefinedReason.NoData, "visits"), Quantity.Undefined(UndefinedReason.NoData, "visits"));

        (one == other).Should().BeTrue();
        one.CompareTo(other).Should().Be(0);
    }

    [Theory]
    [InlineData(UndefinedReason.Immature, "visits")]
    [InlineData(UndefinedReason.NoData, "orders")]
    [InlineData(UndefinedReason.NoData, null)]
    public void Equality_UndefinedForAnotherReasonOrCause_Differs(UndefinedReason reason, string? cause)
    {
        var (one, other) = (Quantity.Undefined(UndefinedReason.NoData, "visits"), Quantity.Undefined(reason, cause));

        (one == other).Should().BeFalse();
        one.CompareTo(other).Should().NotBe(0);
        other.CompareTo(one).Should().Be(-one.CompareTo(other));
    }

    // As null in C#: neither less nor greater than anything, and first in an order.
    [Fact]
    public void Comparison_UndefinedAndDefined_IsFalseEitherWay()
    {
        var none = default(Quantity);

        (none == Money.Dkk(0)).Should().BeFalse();
        (none != Money.Dkk(0)).Should().BeTrue();
        (none < Money.Dkk(0) || none > Money.Dkk(0) || none <= Money.Dkk(0) || none >= Money.Dkk(0)).Should().BeFalse();
        none.CompareTo(Money.Dkk(0)).Should().BeNegative();
    }

    [Fact]
    public void Equality_AnyTwoQuantities_AgreesWithOrder()
    {
        Quantity[] some =
        [
            0, 5, Quantity.Count(5, "order"), Quantity.Count(5, "visit"), 0m, 1m, 2.PercentagePoints(), Money.Dkk(5), Money.Dkk(5.00m),
            Money.Eur(5),
            Day, Hours, Quantity.Duration(1, DurationUnit.Month), Quantity.Duration(decimal.MaxValue, DurationUnit.Week),
            Quantity.Score(5, 0, 10), Money.Dkk(5).Per("order"),
        ];
        foreach (var one in some)
        {
            foreach (var other in some)
            {
                bool? same;
                try
                {
                    same = one <= other && one >= other;
                }
                catch (UnitMismatchException)
                {
                    same = null;
                }

                if (same is { } expected)
                {
                    (one == other).Should().Be(expected, $"{one} beside {other}");
                    (one.CompareTo(other) == 0).Should().Be(expected);
                    (one.Equals(other) && !expected).Should().BeFalse();
                }
                else
                {
                    Assert.Throws<UnitMismatchException>(() => _ = one == other);
                    Assert.Throws<UnitMismatchException>(() => one.CompareTo(other));
                }
            }
        }
    }
}

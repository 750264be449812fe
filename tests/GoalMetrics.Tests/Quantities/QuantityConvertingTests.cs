namespace GoalMetrics.Tests.Quantities;

public sealed class QuantityConvertingTests
{
    private static readonly Unit PerMonth = Unit.Money("EUR").Per(Unit.Duration(DurationUnit.Month));
    private static readonly Unit PerYear = Unit.Money("EUR").Per(Unit.Duration(DurationUnit.Year));

    [Fact]
    public void In_MonthsAndYears_ConvertExactly()
    {
        new Quantity(100.10m, PerMonth).In(PerYear).Should().Be(new Quantity(1201.20m, PerYear));
        new Quantity(1201.20m, PerYear).In(PerMonth).Should().Be(new Quantity(100.10m, PerMonth));
        Quantity.Duration(18, DurationUnit.Month).In(Unit.Duration(DurationUnit.Year))
            .Should().Be(Quantity.Duration(1.5m, DurationUnit.Year));
        new Quantity(5m, PerMonth).In(PerMonth).Should().Be(new Quantity(5m, PerMonth));
    }

    [Fact]
    public void In_SecondsToWeeks_ConvertExactly()
    {
        Quantity.Duration(36, DurationUnit.Hour).In(Unit.Duration(DurationUnit.Day)).Should().Be(Quantity.Duration(1.5m, DurationUnit.Day));
        Quantity.Duration(2, DurationUnit.Week).In(Unit.Duration(DurationUnit.Second))
            .Should().Be(Quantity.Duration(1_209_600m, DurationUnit.Second));
        var perDay = Unit.Count("ticket").Per(Unit.Duration(DurationUnit.Day));
        var perWeek = Unit.Count("ticket").Per(Unit.Duration(DurationUnit.Week));
        new Quantity(3m, perDay).In(perWeek).Should().Be(new Quantity(21m, perWeek));
    }

    [Fact]
    public void In_SeveralUnitsOfTime_ConvertsEach()
    {
        var hoursPerDay = Unit.Duration(DurationUnit.Hour).Per(Unit.Duration(DurationUnit.Day));
        var minutesPerWeek = Unit.Duration(DurationUnit.Minute).Per(Unit.Duration(DurationUnit.Week));
        new Quantity(2m, hoursPerDay).In(minutesPerWeek).Should().Be(new Quantity(840m, minutesPerWeek));
    }

    [Fact]
    public void In_AnythingElse_IsRefused()
    {
        Messages.Of<UnitMismatchException>(() => new Quantity(1m, PerMonth).In(Unit.Money("EUR").Per(Unit.Duration(DurationUnit.Week))))
            .Should().Be(
                "Cannot convert EUR per month to EUR per week: both must be the same but for units of time, seconds to weeks or months"
                + " and years.");
        Messages.Of<UnitMismatchException>(() => new Quantity(1m, PerMonth).In(Unit.Money("DKK").Per(Unit.Duration(DurationUnit.Year))))
            .Should().StartWith("Cannot convert EUR per month to DKK per year:");
        Messages.Of<UnitMismatchException>(() => Quantity.Count(1).In(Unit.Ratio)).Should().StartWith("Cannot convert count to ratio:");
    }

    [Fact]
    public void In_Undefined_KeepsTheReason()
    {
        Quantity.Undefined(UndefinedReason.NoData, "mrr", PerMonth).In(PerYear)
            .Should().Be(Quantity.Undefined(UndefinedReason.NoData, "mrr", PerYear));
        default(Quantity).In(PerYear).ShouldBeUndefined(UndefinedReason.NoData, null);
        new Quantity(decimal.MaxValue, PerMonth).In(PerYear).ShouldBeUndefined(UndefinedReason.Overflow, null);
    }

    [Fact]
    public void Add_UnitsThatDifferInTime_NamesTheRemedy() =>
        Messages.Of<UnitMismatchException>(() => new Quantity(1m, PerMonth) + new Quantity(1m, PerYear))
            .Should().Be("Cannot add EUR per month and EUR per year: convert one of them first, with In(unit).");
}

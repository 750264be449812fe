using CsCheck;

namespace GoalMetrics.Tests.Quantities.Units;

public sealed class DurationConversionTests
{
    // By definition (ISO 8601-1): 60 s a minute, 3,600 an hour, 86,400 a day, 604,800 a week.
    [Theory]
    [InlineData(DurationUnit.Minute, 60)]
    [InlineData(DurationUnit.Hour, 3_600)]
    [InlineData(DurationUnit.Day, 86_400)]
    [InlineData(DurationUnit.Week, 604_800)]
    public void Addition_CoarserUnit_ConvertsToTheFiner(DurationUnit coarse, int seconds)
    {
        var (one, second) = (Quantity.Duration(1.5m, coarse), Quantity.Duration(1, DurationUnit.Second));
        (one + second).Should().Be(Quantity.Duration((1.5m * seconds) + 1, DurationUnit.Second));
        (second + one).Should().Be(Quantity.Duration((1.5m * seconds) + 1, DurationUnit.Second));
        (one - second).Should().Be(Quantity.Duration((1.5m * seconds) - 1, DurationUnit.Second));
        (second - one).Should().Be(Quantity.Duration(1 - (1.5m * seconds), DurationUnit.Second));
        (one / second).Should().Be(Quantity.Ratio(1.5m * seconds));
        one.RatioTo(second).Should().Be(Quantity.Ratio(1.5m * seconds));
        (Quantity.Duration(seconds, DurationUnit.Second) / Quantity.Duration(1, coarse)).Should().Be(Quantity.Ratio(1m));
        Quantity.Duration(seconds, DurationUnit.Second).CompareTo(Quantity.Duration(1, coarse)).Should().Be(0);
        (Quantity.Duration(seconds - 1, DurationUnit.Second) < Quantity.Duration(1, coarse)).Should().BeTrue();
    }

    [Fact]
    public void Addition_HoursAndDays_IsInHours() =>
        (Quantity.Duration(2, DurationUnit.Day) + Quantity.Duration(3, DurationUnit.Hour))
            .Should().Be(Quantity.Duration(51, DurationUnit.Hour));

    [Fact]
    public void Addition_MonthsAndYears_IsInMonths()
    {
        (Quantity.Duration(2, DurationUnit.Year) + Quantity.Duration(3, DurationUnit.Month))
            .Should().Be(Quantity.Duration(27, DurationUnit.Month));
        Quantity.Duration(3, DurationUnit.Month).DividedBy(Quantity.Duration(1, DurationUnit.Year)).Should().Be(Quantity.Ratio(0.25m));
    }

    [Fact]
    public void Addition_DaysAndMonths_Throws()
    {
        var (days, months) = (Quantity.Duration(30, DurationUnit.Day), Quantity.Duration(1, DurationUnit.Month));
        Messages.Of<UnitMismatchException>(() => days + months).Should().Be("Cannot add days and months: both must have the same unit.");
        Messages.Of<UnitMismatchException>(() => days - months)
            .Should().Be("Cannot subtract days and months: both must have the same unit.");
        Messages.Of<UnitMismatchException>(() => days < months)
            .Should().Be("Cannot compare days and months: both must have the same unit.");
        Messages.Of<UnitMismatchException>(() => months.RatioTo(days))
            .Should().Be("Cannot relate months and days: both must have the same unit.");
    }

    [Fact]
    public void Conversion_WholeAmounts_IsExact() =>
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[0, 4], Gen.Int[0, 4]).Sample(
            (n, a, b) =>
            {
                long[] seconds = [1, 60, 3_600, 86_400, 604_800];
                var sum = Quantity.Duration(n, (DurationUnit)a) + Quantity.Duration(n, (DurationUnit)b);
                (sum.Amount * seconds[Math.Min(a, b)]).Should().Be(n * (seconds[a] + seconds[b]));
                sum.Unit!.DurationUnit.Should().Be((DurationUnit)Math.Min(a, b));
            },
            iter: 300);

    [Fact]
    public void Addition_UndefinedDuration_KnowsTheFinerUnit()
    {
        var none = Quantity.Undefined(UndefinedReason.Immature, "wait", Unit.Duration(DurationUnit.Day));
        (none + Quantity.Duration(1, DurationUnit.Hour))
            .Should().Be(Quantity.Undefined(UndefinedReason.Immature, "wait", Unit.Duration(DurationUnit.Hour)));
        (none / Quantity.Duration(1, DurationUnit.Hour)).Should().Be(Quantity.Undefined(UndefinedReason.Immature, "wait", Unit.Ratio));
    }

    [Fact]
    public void Division_ByNoTimeInAnotherUnit_IsUndefined()
    {
        var none = Quantity.Duration(0, DurationUnit.Hour);
        Quantity.Duration(5, DurationUnit.Second).DividedBy(none)
            .Should().Be(Quantity.Undefined(UndefinedReason.ZeroDenominator, "none", Unit.Ratio));
    }

    [Fact]
    public void Conversion_TooLarge_IsOverflow()
    {
        var (ages, second) = (Quantity.Duration(decimal.MaxValue, DurationUnit.Day), Quantity.Duration(1, DurationUnit.Second));
        (ages + second).Should().Be(Quantity.Undefined(UndefinedReason.Overflow, null, Unit.Duration(DurationUnit.Second)));
        (second - ages).Should().Be(Quantity.Undefined(UndefinedReason.Overflow, null, Unit.Duration(DurationUnit.Second)));
        (ages / second).Reason.Should().Be(UndefinedReason.Overflow);
        ages.RatioTo(second).Reason.Should().Be(UndefinedReason.Overflow);
        second.DividedBy(ages).Reason.Should().Be(UndefinedReason.Overflow);
    }

    [Fact]
    public void Comparison_TooLargeToConvert_IsRightAllTheSame()
    {
        var (ages, seconds) = (Quantity.Duration(decimal.MaxValue, DurationUnit.Day), Quantity.Duration(10, DurationUnit.Second));
        (ages > seconds, ages < seconds).Should().Be((true, false));
        (seconds < ages, seconds > ages).Should().Be((true, false));
        (-ages < -seconds, -ages > -seconds).Should().Be((true, false));
        (-seconds > -ages, -seconds < -ages).Should().Be((true, false));
    }

    [Fact]
    public void Product_TwoDurations_IsNotConverted() =>
        (Quantity.Duration(2, DurationUnit.Hour) * Quantity.Duration(30, DurationUnit.Minute)).Unit!.ToString()
            .Should().Be("hour × minute");

    [Fact]
    public void Rate_MoneyPerHour_KeepsTheHour() =>
        (Money.Dkk(300) / Quantity.Duration(2, DurationUnit.Hour))
            .Should().Be(new Quantity(150, Unit.Money("DKK").Per(Unit.Duration(DurationUnit.Hour))));
}

using System.Globalization;
using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics;

public sealed class IntervalTests
{
    private static readonly Interval Money = new(240, 220.5, 260, 0.9, 40, IntervalMethod.Given, Unit.Money("DKK"));

    [Fact]
    public void ToString_InAUnitAndCulture_IsLikeItsQuantity()
    {
#pragma warning disable CA1305 // The overloads without a culture are what is tested.
        Money.ToString().Should().Be("DKK 240.00 [DKK 220.50; DKK 260.00]");
        new Statistic(0.123456789).ToString().Should().Be("0.123457");
#pragma warning restore CA1305
        Money.ToString(CultureInfo.GetCultureInfo("da-DK")).Should().Be("240,00 kr. [220,50 kr.; 260,00 kr.]");
        Money.WithUnit(Unit.Count()).ToString(CultureInfo.InvariantCulture).Should().Be("240 [220.5; 260]");
        new Interval(1, 0, 2, 0.95, 3, IntervalMethod.Given).ToString(CultureInfo.InvariantCulture).Should().Be("1 [0; 2]");
    }

    [Fact]
    public void Default_IsUndefinedForNoData()
    {
        default(Interval).ShouldBeUndefined(UndefinedReason.NoData);
        default(Statistic).ShouldBeUndefined(UndefinedReason.NoData);
    }

    [Fact]
    public void Contains_BoundsIncluded_OnlyWhatLiesBetween() =>
        new[] { 220.4, 220.5, 250, 260, 260.1 }.Select(Money.Contains).Should().Equal(false, true, true, true, false);

    [Fact]
    public void Equality_IsByValue()
    {
        Money.Equals((object)new Interval(240, 220.5, 260, 0.9, 40, IntervalMethod.Given, Unit.Money("DKK"))).Should().BeTrue();
        (Money == Money.WithUnit(Unit.Count())).Should().BeFalse();
        (Money != default).Should().BeTrue();
        Money.GetHashCode().Should().Be(Money.WithUnit(Unit.Money("DKK")).GetHashCode());
        (new Statistic(1) == new Statistic(1)).Should().BeTrue();
        (new Statistic(1) != Statistic.Undefined(UndefinedReason.NoData)).Should().BeTrue();
        new Statistic(1).Equals((object)new Statistic(1)).Should().BeTrue();
        new Statistic(1).GetHashCode().Should().Be(new Statistic(1).GetHashCode());
    }

    [Fact]
    public void New_EstimateThatIsNoNumber_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => new Interval(double.NaN, 0, 1, 0.95, 1, IntervalMethod.Given))
            .Should().Be("Expected a finite number; found NaN. (Parameter 'estimate')");

    [Fact]
    public void New_UpperBoundBelowTheLower_IsRefused() =>
        Messages.Of<ArgumentException>(() => new Interval(1, 2, 1, 0.95, 1, IntervalMethod.Given))
            .Should().Be("Expected an upper bound of at least the lower, 2; found 1. (Parameter 'upper')");

    [Fact]
    public void NewStatistic_InfiniteValue_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => new Statistic(double.PositiveInfinity))
            .Should().Be("Expected a finite number; found Infinity. (Parameter 'value')");

    [Fact]
    public void Statistic_Shown_HasSixDigitsOrItsReason()
    {
        new Statistic(0.123456789).ToString(CultureInfo.InvariantCulture).Should().Be("0.123457");
        new Statistic(0.123456789).ToString("F2", CultureInfo.GetCultureInfo("da-DK")).Should().Be("0,12");
        Statistic.Undefined(UndefinedReason.InsufficientData, "values").ToString(CultureInfo.InvariantCulture)
            .Should().Be("undefined: insufficient data (values)");
        new Statistic(0.035).ToQuantity(Unit.Ratio).Should().Be(Quantity.Ratio(0.035m));
        Statistic.Undefined(UndefinedReason.NoData, "values").ToQuantity(Unit.Ratio).Reason.Should().Be(UndefinedReason.NoData);
        Messages.Of<InvalidOperationException>(() => Statistic.Undefined(UndefinedReason.NoData, "values").Value)
            .Should().Be("There is no number: undefined: no data (values). Check IsDefined first, or use ValueOrNull.");
    }

    [Fact]
    public void Statistic_Computed_NamesWhatWentWrong()
    {
        Statistic.Computed(double.NaN).ShouldBeUndefined(UndefinedReason.OutOfDomain);
        Statistic.Computed(double.NegativeInfinity).ShouldBeUndefined(UndefinedReason.Overflow);
    }
}

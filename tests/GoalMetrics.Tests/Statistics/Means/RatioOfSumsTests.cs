using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Means;

public sealed class RatioOfSumsTests
{
    private static readonly double[] Revenue = [10, 0, 25, 0, 5, 60, 0, 15, 30, 5];
    private static readonly double[] Visits = [2, 1, 3, 1, 1, 5, 2, 2, 4, 1];

    // mpmath 1.3 from the formula of Deng, Knoblich and Lu 2018: the deviation of (x - R y) / mean(y) is 4.791329788133906753.
    [Fact]
    public void Interval_RevenuePerVisit_IsThatOfTheDeltaMethod()
    {
        var interval = RatioOfSums.Interval(Revenue, Visits);

        interval.Estimate.ShouldBeNear(150d / 22d, 1e-15);
        interval.ShouldBeNear(3.84853941736355, 9.78782421900008);
        (interval.N, interval.Method).Should().Be((10L, IntervalMethod.DeltaMethod));
    }

    // A mean is a ratio whose denominators are all 1: the error is that of the mean.
    [Fact]
    public void UnitDeviation_DenominatorsOfOne_IsTheSampleDeviation() =>
        RatioOfSums.UnitDeviation([1, 2, 3, 4], [1, 1, 1, 1]).ShouldBeNear(1.2909944487358056, 1e-15);

    [Fact]
    public void Difference_OfTheSameTwice_IsCentredOnNothing()
    {
        var difference = RatioOfSums.Difference(Revenue, Visits, Revenue, Visits);

        difference.Estimate.Should().Be(0);
        difference.Upper.ShouldBeNear((9.78782421900008 - (150d / 22d)) * Math.Sqrt(2d), 1e-12);
        difference.N.Should().Be(20);
    }

    [Fact]
    public void Ratios_WithoutUnitsOrDenominator_AreUndefined()
    {
        RatioOfSums.Interval([], []).ShouldBeUndefined(UndefinedReason.NoData, "denominators");
        RatioOfSums.Interval([1], [2]).ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
        RatioOfSums.Interval([1, 2], [0, 0]).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "denominators");
        RatioOfSums.Difference(Revenue, Visits, [1, 2], [0, 0]).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "baseDenominators");
        RatioOfSums.Difference([1], [1], Revenue, Visits).ShouldBeUndefined(UndefinedReason.InsufficientData, "denominators");
        RatioOfSums.UnitDeviation([1, 2], [1, -1]).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "denominators");
    }

    [Fact]
    public void Ratios_WrongInput_Throws()
    {
        Messages.Of<ArgumentException>(() => RatioOfSums.Interval([1, 2], [1]))
            .Should().Be("Expected as many numbers as numerators has, 2; found 1. (Parameter 'denominators')");
        Messages.Of<ArgumentException>(() => RatioOfSums.UnitDeviation([1, 2], [1, double.NegativeInfinity]))
            .Should().Be("Expected finite numbers; found -Infinity at index 1. (Parameter 'denominators')");
    }
}

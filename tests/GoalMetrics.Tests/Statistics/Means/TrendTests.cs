using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Means;

public sealed class TrendTests
{
    // All pairs counted in Python with mpmath 1.3, by the formulas of Gilbert 1987, chapter 16.
    [Fact]
    public void MannKendall_SeriesWithTies_IsByGilbertsFormulas()
    {
        var trend = Trend.MannKendall([12, 14, 11, 15, 15, 18, 13, 20, 19, 22, 15, 24]);

        trend.Concordance.Should().Be(41);
        trend.Tau.ShouldBeNear(0.635830877105621759);
        trend.Test.TestStatistic!.Value.ShouldBeNear(2.76685785546429862);
        trend.Test.PValue.ShouldBeNear(0.00565994276710605679);
        trend.Slope.Estimate.ShouldBeNear(1);
        trend.Slope.ShouldBeNear(0.333333333333333333, 1.34449568761151409);
        (trend.Slope.N, trend.Slope.Method).Should().Be((12L, IntervalMethod.SenSlope));
    }

    [Fact]
    public void MannKendall_RisingAllTheWay_HasTauOne()
    {
        var trend = Trend.MannKendall([1, 3, 5, 7, 9]);

        (trend.Concordance, trend.Tau.Value, trend.Slope.Estimate).Should().Be((10L, 1d, 2d));
        Trend.MannKendall([9, 7, 5, 3, 1]).Tau.Value.Should().Be(-1);
    }

    [Fact]
    public void MannKendall_TooShortOrConstant_IsUndefined()
    {
        Trend.MannKendall([]).Test.PValue.ShouldBeUndefined(UndefinedReason.NoData, "values");
        Trend.MannKendall([1, 2]).Slope.ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
        Trend.MannKendall([4, 4, 4, 4]).Tau.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "standard error");
    }

    [Fact]
    public void MannKendall_WrongInput_Throws()
    {
        Messages.Of<ArgumentException>(() => Trend.MannKendall([1, 2, double.NaN]))
            .Should().Be("Expected finite numbers; found NaN at index 2. (Parameter 'values')");
        Messages.Of<ArgumentException>(() => Trend.MannKendall(new double[5_001]))
            .Should().Be("Expected at most 5000 values; found 5001. Take means of longer steps. (Parameter 'values')");
    }
}

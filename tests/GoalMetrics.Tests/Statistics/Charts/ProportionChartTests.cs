using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Charts;

public sealed class ProportionChartTests
{
    // NIST/SEMATECH e-Handbook, 6.3.3.2: defective chips of 50 a wafer; centre 0.2313, limits 0.0524 and 0.4102, wafers 15 and 23 above.
    private static readonly long[] Defective =
        [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];

    private static readonly long[] Fifty = [.. Enumerable.Repeat(50L, 30)];

    [Fact]
    public void P_NistWafers_IsAsPrinted()
    {
        var chart = ProportionChart.P(Defective, Fifty);

        chart.Centre.Value.ShouldRoundTo(0.2313, 4);
        chart.Points[0].LowerLimit.Value.ShouldRoundTo(0.0524, 4);
        chart.Points[29].UpperLimit.Value.ShouldRoundTo(0.4102, 4);
        chart.Signals.Where(signal => signal.Rule == ChartRule.BeyondLimit).Select(signal => signal.First + 1).Should().Equal(15, 23);
        chart.Spread.Value.Should().Be(1);
    }

    // By hand: the moving ranges of the counts add up to 162 over 29 steps, and a standardised step of one is 1 / (50 σ) with σ = 0.05963.
    [Fact]
    public void LaneyP_NistWafers_IsWiderByItsSigma()
    {
        var chart = ProportionChart.LaneyP(Defective, Fifty);

        var sigma = Math.Sqrt(347d / 1500d * (1153d / 1500d) / 50d);
        var spread = 162d / 29d / 50d / sigma / 1.128;
        chart.Spread.ShouldBeNear(spread, 1e-12);
        chart.Points[3].UpperLimit.ShouldBeNear(0.23133333333333334 + (3d * spread * sigma), 1e-12);
        chart.Signals.Should().NotContain(signal => signal.Rule == ChartRule.BeyondLimit);
    }

    // Patients seen within four hours in NHS emergency departments, the first six weeks (Mohammed et al. 2013, by the vignette of the R
    // package qicharts2). No printed limits were found; these are Laney's formulas in exact fractions, by Python.
    [Fact]
    public void LaneyP_HugeNumbers_IsByLaneysFormulas()
    {
        long[] seen = [266_501, 264_225, 276_532, 281_461, 269_071, 261_215], all = [280_443, 276_823, 291_681, 296_155, 282_343, 275_888];

        var chart = ProportionChart.LaneyP(seen, all);

        chart.Centre.ShouldBeNear(0.950492358217682625769594084069);
        chart.Spread.ShouldBeNear(9.42406622974072931059352705665);
        chart.Points[2].UpperLimit.ShouldBeNear(0.961848111513287026634729375604);
        chart.Points[2].LowerLimit.ShouldBeNear(0.939136604922078224904458792534);
        ProportionChart.P(seen, all).Signals.Should().Contain(signal => signal.Rule == ChartRule.BeyondLimit);
        chart.Signals.Should().NotContain(signal => signal.Rule == ChartRule.BeyondLimit);
    }

    [Fact]
    public void P_FewTrials_AreNoSignalOnlyBecauseTheyJumped()
    {
        long[] orders = [50, 51, 49, 50, 4, 50], visitors = [1_000, 1_000, 1_000, 1_000, 12, 1_000];

        var chart = ProportionChart.P(orders, visitors);

        chart.Points[4].Share.Value.Should().BeGreaterThan(0.33);
        chart.Points[4].UpperLimit.Value.Should().BeGreaterThan(0.2);
        ProportionChart.P([50, 51, 49, 50, 1, 50], visitors).Signals.Should().BeEmpty();
    }

    [Fact]
    public void Charts_WithoutTrialsOrAllAlike_HaveNoLimits()
    {
        var none = ProportionChart.P([0, 0], [0, 0]);
        none.Centre.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "trials");
        none.Points[0].Share.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "trials");

        var alike = ProportionChart.LaneyP([0, 0], [10, 10]);
        alike.Centre.Value.Should().Be(0);
        alike.Points[0].UpperLimit.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "trials");
        ProportionChart.LaneyP([5], [10]).Spread.ShouldBeUndefined(UndefinedReason.InsufficientData, "trials");
        ProportionChart.P([], []).Points.Should().BeEmpty();
    }

    [Fact]
    public void P_APointWithoutTrials_IsPassedOver()
    {
        long[] orders = [50, 0, 10, 50], visitors = [100, 0, 100, 100];

        ProportionChart.P(orders, visitors).Signals.Should().Contain(signal => signal.First == 2 && signal.Side == ChartSide.Below);
    }

    [Fact]
    public void P_FewerTrialsThanSuccesses_IsRefused() =>
        Messages.Of<ArgumentException>(() => ProportionChart.P([1, 2], [3]))
            .Should().Be("Expected as many counts as successes has, 2; found 1. (Parameter 'trials')");

    [Fact]
    public void LaneyP_MoreSuccessesThanTrials_NamesThePlace() =>
        Messages.Of<ArgumentException>(() => ProportionChart.LaneyP([1, 4], [3, 3]))
            .Should().Be("Expected counts from 0 to the 3 of trials; found 4 at index 1. (Parameter 'successes')");

    [Fact]
    public void P_NegativeTrials_NamesThePlace() =>
        Messages.Of<ArgumentException>(() => ProportionChart.P([0], [-3]))
            .Should().Be("Expected counts of at least 0; found -3 at index 0. (Parameter 'trials')");

    [Fact]
    public void P_TrialsBeyondALong_AreRefused() =>
        Messages.Of<ArgumentException>(() => ProportionChart.P([1, 1], [long.MaxValue, long.MaxValue])).Should().Be(
            "Expected counts of 9223372036854775807 together at most; found 9223372036854775807 at index 1. (Parameter 'trials')");
}

using System.Globalization;
using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Charts;

public sealed class XmrChartTests
{
    // Alternating by two: centre 10, mean range 2, sigma 2 / 1.128 = 1.773.
    private static readonly double[] Quiet = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11];

    // NIST/SEMATECH e-Handbook, 6.3.2.2: flow rate, printed 50.81, 1.8778, 55.8041 and 45.8159.
    [Fact]
    public void Of_NistFlowRate_IsAsPrinted()
    {
        var chart = XmrChart.Of([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);

        var limits = chart.Limits.Should().ContainSingle().Subject;
        limits.Centre.ShouldBeNear(50.81, 1e-14);
        limits.MeanMovingRange.ShouldBeNear(1.87777777777778, 1e-13);
        limits.LowerLimit.ShouldBeNear(45.8159101654846, 1e-13);
        limits.UpperLimit.ShouldBeNear(55.8040898345154, 1e-13);
        limits.MovingRangeLimit.ShouldBeNear(6.1347, 1e-12);
        chart.Signals.Should().BeEmpty();
    }

    // Against the frozen baseline of ten quiet values, one sigma is 1.773: 12 is 1.13, 14 is 2.26 and 16 is 3.38 sigmas above the centre.
    [Theory]
    [InlineData("16", "BeyondLimit Above 10-10")]
    [InlineData("4 10", "BeyondLimit Below 10-10")]
    [InlineData("10.1 10.2 10.1 10.2 10.1 10.2 10.1", "EightOnOneSide Above 9-16")]
    [InlineData("10.1 10.2 10.1 10.2 10.1 10.2", "")]
    [InlineData("10.1 10.2 10.1 10.2 10 10.1 10.2 10.1 10.2 10.1", "")]
    [InlineData("14 9 14", "TwoOfThreeBeyondTwoSigma Above 10-12")]
    [InlineData("14 9 9 14", "")]
    [InlineData("14 6", "")]
    [InlineData("12 12 9 12 12", "FourOfFiveBeyondOneSigma Above 10-14")]
    [InlineData("8 8 10.5 8 8 8 10.5 8", "FourOfFiveBeyondOneSigma Below 10-17")]
    [InlineData("9 9.2 9.4 10.2 10.4 10.6", "SixInATrend Above 10-15")]
    [InlineData("11 10.8 10.6 9.4 9.2 9 9", "SixInATrend Below 10-15")]
    [InlineData("10.1 10.2 10.3 9.8 9.9", "")]
    public void Of_PlantedPattern_SignalsByItsRule(string later, string expected)
    {
        double[] values = [.. Quiet, .. later.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

        var signals = XmrChart.Of(values, baseline: 10).Signals;

        string.Join(", ", signals).Should().Be(expected);
    }

    [Fact]
    public void Of_ADeclaredShift_HasLimitsOfItsOwn()
    {
        double[] shifted = [.. Quiet, .. Quiet.Select(value => value + 20)];

        var chart = XmrChart.Of(shifted, shifts: [10]);

        chart.Limits.Select(limits => (limits.First, limits.Count, limits.Centre.Value)).Should().Equal((0, 10, 10d), (10, 10, 30d));
        chart.Limits[1].MeanMovingRange.Value.Should().Be(2);
        chart.Signals.Should().BeEmpty();
        XmrChart.Of(shifted, baseline: 10).Signals.Should().Contain(signal => signal.Rule == ChartRule.BeyondLimit && signal.First == 10);
        XmrChart.Of(shifted, baseline: 5, shifts: [10]).Limits[1].Centre.Value.Should().Be(29.8);
    }

    [Fact]
    public void Of_EmptyOneOrConstant_HasStatedAnswers()
    {
        XmrChart.Of([]).Limits.Should().BeEmpty();
        var single = XmrChart.Of([5]);
        single.Limits[0].IsDefined.Should().BeFalse();
        single.Limits[0].Centre.ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
        single.Signals.Should().BeEmpty();
        XmrChart.Of([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]).Signals.Should().BeEmpty();
        XmrChart.Of([5, 5, 5, 5, 6], baseline: 4).Signals.Should().Equal(XmrChart.Of([5, 5, 5, 5, 7], baseline: 4).Signals)
            .And.ContainSingle().Which.ToString().Should().Be("BeyondLimit Above 4-4");
    }

    [Fact]
    public void Of_NotANumber_NamesItsPlace() =>
        Messages.Of<ArgumentException>(() => XmrChart.Of([1, double.NaN]))
            .Should().Be("Expected finite numbers; found NaN at index 1. (Parameter 'values')");

    [Fact]
    public void Of_BaselineOfOne_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => XmrChart.Of([1, 2], baseline: 1))
            .Should().Be("Expected at least 2; found 1. (Parameter 'baseline')");

    [Fact]
    public void Of_ShiftsThatDescend_AreRefused() =>
        Messages.Of<ArgumentException>(() => XmrChart.Of([1, 2, 3], shifts: [2, 1]))
            .Should().Be("Expected ascending indices from 1 to 2; found 1 at index 1. (Parameter 'shifts')");

    [Fact]
    public void Of_ShiftBehindTheLastValue_IsRefused() =>
        Messages.Of<ArgumentException>(() => XmrChart.Of([1, 2, 3], shifts: [3]))
            .Should().Be("Expected ascending indices from 1 to 2; found 3 at index 0. (Parameter 'shifts')");
}

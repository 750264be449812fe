using System.Text.Json;
using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics;

/// <summary>
/// Finite numbers at the ends of what a double holds: every answer is a number, or undefined with a reason, and nothing throws. JSON
/// refuses NaN and infinities, so that what can be written holds none.
/// </summary>
public sealed class ExtremeInputTests
{
    private static readonly double[] Extremes =
        [double.MaxValue, double.MinValue, 1e308, -1e308, 1e200, -1e200, 1e154, 1e-200, -1e-200, double.Epsilon, -double.Epsilon, 0d, 1d];

    public static TheoryData<string> Questions => [.. Asked.Keys];

    private static readonly Dictionary<string, Func<double[], double[], object>> Asked = new()
    {
        ["moments"] = (x, _) => SampleMoments.Of(x),
        ["mean"] = (x, _) => Mean.Interval(x),
        ["difference of means"] = (x, y) => Mean.Difference(x, y),
        ["welch"] = (x, y) => Mean.WelchTest(x, y),
        ["median"] = (x, _) => Sample.Median(x),
        ["quantiles"] = (x, _) => Enum.GetValues<QuantileType>().Select(type => Sample.Quantile(x, 0.3, type)).ToArray(),
        ["ratio"] = (x, y) => RatioOfSums.Interval(x, y),
        ["difference of ratios"] = (x, y) => RatioOfSums.Difference(x, y, y, x),
        ["unit deviation"] = (x, y) => RatioOfSums.UnitDeviation(x, y),
        ["trend"] = (x, _) => Trend.MannKendall(x),
        ["sequence of a mean"] = (x, _) => ConfidenceSequence.OfMean(SampleMoments.Of(x)),
        ["sequence of a difference"] = (x, y) => ConfidenceSequence.OfDifference(SampleMoments.Of(x), SampleMoments.Of(y)),
        ["autocorrelation"] = (x, _) => Autocorrelation.At(x, 2),
        ["differences"] = (x, _) => Stationarity.DifferencesNeeded(x) + Stationarity.SeasonalDifferencesNeeded(x, 2),
        ["stl"] = (x, _) => Decomposition.Stl(x, 2),
        ["stl of two seasons"] = (x, _) => Decomposition.Stl(x, [2, 4], new StlOptions { SeasonalWindow = 7, RobustIterations = 1 }),
        ["classical"] = (x, _) => Decomposition.Classical(x, 2),
        ["classical factors"] = (x, _) => Decomposition.Classical([.. x.Select(Math.Abs)], 2, SeasonalForm.Multiplicative),
        ["strength"] = (x, _) => Decomposition.Stl(x, 2).SeasonalStrength(2),
        ["strength of factors"] =
            (x, _) => Decomposition.Classical([.. x.Select(Math.Abs)], 2, SeasonalForm.Multiplicative).SeasonalStrength(2),
        ["xmr"] = (x, _) => XmrChart.Of(x),
        ["change points"] = (x, _) => ChangePoint.Propose(x, 2),
        ["gaps"] = (x, _) => SeriesGaps.Filled([.. x.Select((value, place) => place % 3 == 1 ? (double?)null : value)], 2),
        ["accuracy"] = (x, y) => ForecastAccuracy.Of(x, y, x),
        ["default forecast"] = (x, _) => Forecast.Of(x, 3, 2),
        ["seasonal naive"] = (x, _) => Forecast.SeasonalNaive(x, 3, 2),
        ["simple"] = (x, _) => Forecast.Simple(x, 3),
        ["holt"] = (x, _) => Forecast.Holt(x, 3),
        ["damped holt"] = (x, _) => Forecast.DampedHolt(x, 3),
        ["holt-winters"] = (x, _) => Forecast.HoltWinters(x, 3, 2),
        ["line"] = (x, _) => Forecast.LinearTrend(x, 3),
        ["theta"] = (x, _) => Forecast.Theta(x, 3, 2),
        ["choice"] = (x, _) => ForecastChoice.Of(x, 3, 2),
        ["choice of a ratio"] = (x, y) => ForecastChoice.OfRatio(x, y, 3, 2),
    };

    // A median lies between its neighbours, and a gap on the line between them, however far these are apart.
    [Fact]
    public void Between_Extremes_IsInTheMiddle()
    {
        Sample.Median([-1e308, 1e308]).Value.Should().Be(0d);
        Sample.Quantile([-1e308, 1e308], 0.25).ShouldBeNear(-5e307);
        SeriesGaps.Filled([1e308, null, -1e308]).Should().Equal(1e308, 0d, -1e308);
        SeriesGaps.Filled([-1e308, null, null, null, 1e308])[1].ShouldBeNear(-5e307);
    }

    [Fact]
    public void Answers_TooLarge_AreUndefined()
    {
        double[] up = [-1e308, 1e308, -1e308, 1e308];
        Forecast.LinearTrend([-1e308, 0d, 1e308], 3).Reason.Should().Be(UndefinedReason.Overflow);
        RatioOfSums.Interval([1d, 2d, 3d], [1e308, 1e308, 1e308]).ShouldBeUndefined(UndefinedReason.Overflow, "denominators");
        RatioOfSums.Interval([1e308, 1e308], [1d, 2d]).ShouldBeUndefined(UndefinedReason.Overflow, "numerators");
        Decomposition.Stl([.. up, .. up], 2).Reason.Should().Be(UndefinedReason.Overflow);
        Decomposition.Classical([.. up, .. up], 2).Reason.Should().Be(UndefinedReason.Overflow);
        XmrChart.Of(up).Limits[0].Centre.ShouldBeUndefined(UndefinedReason.Overflow, "values");
        Mean.Difference([1e308, 1.1e308], [-1e308, -1.1e308]).ShouldBeUndefined(UndefinedReason.Overflow, "values");

        // Each neighbour is above the one before, by more than a double holds.
        var trend = Trend.MannKendall([-1.7e308, 0d, 1.7e308, 1.71e308]);
        (trend.Concordance, trend.Tau.Value).Should().Be((6L, 1d));
        Trend.MannKendall(up).Slope.ShouldBeUndefined(UndefinedReason.Overflow, "values");
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Answer_OfExtremes_IsANumberOrUndefined(string question)
    {
        var random = new Random(17);
        for (var round = 0; round < 200; round++)
        {
            var count = 1 + random.Next(12);
            double[] x = [.. random.GetItems(Extremes, count)], y = [.. random.GetItems(Extremes, count)];

            var answering = () => JsonSerializer.Serialize(Asked[question](x, y));

            answering.Should().NotThrow($"{JsonSerializer.Serialize(x)} and {JsonSerializer.Serialize(y)} are finite");
        }
    }
}

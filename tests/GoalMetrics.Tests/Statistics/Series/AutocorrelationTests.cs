using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Series;

public sealed class AutocorrelationTests
{
    // NIST StRD: NumAcc1 and NumAcc2, certified autocorrelations -0.5 and -0.999.
    [Fact]
    public void At_NistSets_IsAsCertified()
    {
        double[] pairs = [1.2, .. Enumerable.Repeat<double[]>([1.1, 1.3], 500).SelectMany(pair => pair)];

        Autocorrelation.At([10_000_001, 10_000_003, 10_000_002], 1).ShouldBeNear(-0.5, 1e-15);
        Autocorrelation.At(pairs, 1).ShouldBeNear(-0.999, 1e-13);
    }

    // R: acf(AirPassengers) at 1 and 12 prints 0.948 and 0.760.
    [Theory]
    [InlineData(1, 0.948)]
    [InlineData(12, 0.760)]
    public void At_AirPassengers_IsThatOfR(int lag, double correlation) =>
        Autocorrelation.At(PublishedSeries.AirPassengers, lag).Value.ShouldRoundTo(correlation, 3);

    [Fact]
    public void At_ShortOrConstant_IsUndefined()
    {
        Autocorrelation.At([], 1).ShouldBeUndefined(UndefinedReason.NoData, "values");
        Autocorrelation.At([1, 2], 2).ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
        Autocorrelation.At([4, 4, 4], 1).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "values");
        Messages.Of<ArgumentOutOfRangeException>(() => Autocorrelation.At([1, 2], 0))
            .Should().Be("Expected at least 1; found 0. (Parameter 'lag')");
    }

    // The help pages of R's forecast package: ndiffs(WWWusage) is 1, nsdiffs(log(AirPassengers)) is 1.
    [Fact]
    public void DifferencesNeeded_PublishedSeries_AreThoseOfR()
    {
        var logarithms = PublishedSeries.AirPassengers.Select(value => Math.Log(value)).ToArray();

        Stationarity.DifferencesNeeded(PublishedSeries.InternetUsers).Should().Be(1);
        Stationarity.DifferencesNeeded(PublishedSeries.AirPassengers).Should().Be(1);
        Stationarity.SeasonalDifferencesNeeded(logarithms, 12).Should().Be(1);
        Stationarity.SeasonalDifferencesNeeded(PublishedSeries.InternetUsers, 7).Should().Be(0);
    }

    [Fact]
    public void DifferencesNeeded_ShortConstantOrQuadratic_AreNoneOrTwo()
    {
        Stationarity.DifferencesNeeded([]).Should().Be(0);
        Stationarity.DifferencesNeeded([1, 2, 3]).Should().Be(0);
        Stationarity.DifferencesNeeded([5, 5, 5, 5, 5]).Should().Be(0);
        Stationarity.DifferencesNeeded([.. Enumerable.Range(0, 60).Select(i => (double)i * i)]).Should().Be(2);
        Stationarity.SeasonalDifferencesNeeded([1, 2, 3], 7).Should().Be(0);
    }
}

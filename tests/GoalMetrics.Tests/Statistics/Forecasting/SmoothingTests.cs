using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Forecasting;

/// <summary>The models by themselves, against figures of textbooks and R.</summary>
public sealed class SmoothingTests
{
    // Oil production in Saudi Arabia: Hyndman and Athanasopoulos, Forecasting, by statsmodels' test_holtwinters.py and R 4.2.2.
    [Fact]
    public void Simple_OilWithGivenAlpha_IsAsPublished()
    {
        double[] oil =
        [
            446.6565229, 454.4733065, 455.662974, 423.6322388, 456.2713279, 440.5880501, 425.3325201, 485.1494479, 506.0481621, 526.7919833,
            514.268889, 494.2110193,
        ];

        var forecast = Forecast.Simple(oil, horizon: 3, Given(new() { Alpha = 0.2 }));

        forecast.Points.Should().OnlyContain(point => Math.Abs(point - 484.802468) < 1e-5);
        forecast.Parameters!.Alpha.Should().Be(0.2);
        forecast.Parameters.Level!.Value.ShouldBeNear(forecast.Points[0]);
        forecast.Parameters.Trend.Should().BeNull();
    }

    // Air passengers in Australia: the same book prints 43.76, 45.59, 47.43, 49.27 and 51.10; digits from R 4.2.2.
    [Fact]
    public void Holt_AustralianAirTravel_IsAsPublished()
    {
        double[] travel =
        [
            17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857, 31.5797, 32.577569, 33.477398, 39.021581,
            41.386432, 41.596552,
        ];

        var forecast = Forecast.Holt(travel, 5, Given(new() { Alpha = 0.8, Beta = 0.2 }));

        double[] expected = [43.756968490681, 45.5935233090074, 47.4300781273338, 49.2666329456602, 51.1031877639866];
        forecast.Points.Zip(expected).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-8);
    }

    // R: HoltWinters(AirPassengers, seasonal = "mult") prints these parameters and coefficients.
    [Fact]
    public void HoltWinters_AirPassengersWithParametersOfR_HasItsStates()
    {
        var given = new SmoothingParameters { Alpha = 0.2755925, Beta = 0.03269295, Gamma = 0.8707292 };

        var forecast = Forecast.HoltWinters(PublishedSeries.AirPassengers, 12, 12, SeasonalForm.Multiplicative, Given(given));

        var states = forecast.Parameters!;
        states.Level!.Value.Should().BeApproximately(469.3232206, 2e-4);
        states.Trend!.Value.Should().BeApproximately(3.0215391, 1e-5);
        double[] season =
        [
            0.9464611, 0.8829239, 0.9717369, 1.0304825, 1.0476884, 1.1805272, 1.3590778, 1.3331706, 1.1083381, 0.9868813, 0.8361333,
            0.9209877,
        ];
        states.Season!.Zip(season).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        forecast.Points[0].ShouldBeNear((states.Level.Value + states.Trend.Value) * states.Season![0], 1e-14);
    }

    // R finds alpha 0.2755925, beta 0.0326930, gamma 0.8707292 for the same series.
    [Fact]
    public void HoltWinters_AirPassengers_FindsTheParametersOfR()
    {
        var found = Forecast.HoltWinters(PublishedSeries.AirPassengers, 12, 12, SeasonalForm.Multiplicative).Parameters!;

        found.Alpha!.Value.Should().BeApproximately(0.2756, 0.005);
        found.Beta!.Value.Should().BeApproximately(0.0327, 0.005);
        found.Gamma!.Value.Should().BeApproximately(0.8707, 0.01);
    }

    [Fact]
    public void DampedHolt_Trend_LevelsOff()
    {
        double[] values = [.. Enumerable.Range(0, 30).Select(i => 10d + (2d * i))];

        var forecast = Forecast.DampedHolt(values, 3, Given(new() { Alpha = 1, Beta = 1, Phi = 0.5 }));

        // The last value is 68 and the last step 2: half of it, then half of that.
        forecast.Points.Should().Equal(69, 69.5, 69.75);
    }

    // By the formula of Draper and Smith with mpmath 1.3: through 1, 3, 2, 5, 4 goes 1.4 + 0.8 x, with s² = 1.2.
    [Fact]
    public void LinearTrend_FiveValues_HasItsPredictionInterval()
    {
        var forecast = Forecast.LinearTrend([1, 3, 2, 5, 4], 2);

        forecast.Points[0].ShouldBeNear(5.4, 1e-14);
        forecast.Points[1].ShouldBeNear(6.2, 1e-14);
        forecast.PointInterval(1).ShouldBeNear(0.348023109241777819, 10.4519768907582222, 1e-11);
        forecast.PointInterval(1).Method.Should().Be(IntervalMethod.StudentT);
    }

    [Fact]
    public void Theta_OnALine_FollowsHalfItsSlopeFromTheLevel()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => 5d + i)];

        var points = Forecast.Theta(values, 3).Points;

        (points[1] - points[0]).ShouldBeNear(0.5, 1e-9);
        points[0].Should().BeApproximately(44.5, 0.01);
    }

    [Fact]
    public void SeasonalNaive_Points_AreThoseOfTheLastSeason()
    {
        Forecast.SeasonalNaive([1, 2, 3, 4, 5, 6, 7], 5, period: 3).Points.Should().Equal(5, 6, 7, 5, 6);
        Forecast.SeasonalNaive([1, 2], 3, period: 7).Points.Should().Equal(1, 2, 1);
        Forecast.SeasonalNaive([1, 2, 9], 2).Points.Should().Equal(9, 9);
    }

    [Fact]
    public void Minimisers_FindWhatIsKnown()
    {
        BoundedMinimum.Find(x => (x - 0.3) * (x - 0.3), 0d, 1d).Should().BeApproximately(0.3, 1e-6);

        // Rosenbrock's valley, least at (1, 1).
        var least = Simplex.Minimum(
            x => (100d * Math.Pow(x[1] - (x[0] * x[0]), 2)) + Math.Pow(1d - x[0], 2), [-1.2, 1d], [-5d, -5d], [5d, 5d], 1_000);
        least.Should().OnlyContain(value => Math.Abs(value - 1d) < 1e-3);
    }

    private static ForecastOptions Given(SmoothingParameters given) => new() { Given = given };
}

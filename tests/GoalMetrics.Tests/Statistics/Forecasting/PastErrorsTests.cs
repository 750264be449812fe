using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Forecasting;

/// <summary>Where models would have been at earlier moments, and the errors that futures are drawn from.</summary>
public class PastErrorsTests
{
    private static readonly double[] Months = [.. Enumerable.Range(0, 48).Select(month => 100d + (7 * month % 11) + (10 * (month % 12)))];

    [Fact] // Given its parameters, a smoothed level knows nothing of what comes later.
    public void PointsBefore_GivenParameters_AreThoseOfTheShorterSeries()
    {
        var given = new SmoothingParameters { Alpha = 0.4, Beta = 0.2, Phi = 0.9 };
        var points = new double[6];
        SmoothingFit.FromFirstValues(SmoothingShape.DampedHolt, Months, given).PointsBefore(9, points);

        points.Should().Equal(SmoothingFit.FromFirstValues(SmoothingShape.DampedHolt, Months[..^9], given).Points(6));
    }

    [Theory]
    [InlineData(SeasonalForm.Additive)]
    [InlineData(SeasonalForm.Multiplicative)]
    public void PointsBefore_GivenParametersOfASeason_AreThoseOfTheShorterSeries(SeasonalForm form)
    {
        var given = new SmoothingParameters { Alpha = 0.4, Beta = 0.1, Gamma = 0.3 };
        var points = new double[20];
        SmoothingFit.FromTwoSeasons(12, form, Months, given).PointsBefore(7, points);

        points.Should().Equal(SmoothingFit.FromTwoSeasons(12, form, Months[..^7], given).Points(20));
    }

    [Fact]
    public void PointsBefore_SeasonalNaive_RepeatsTheSeasonBeforeThatMoment()
    {
        var points = new double[5];
        new SeasonalNaiveModel([1, 2, 3, 4, 5, 6, 7, 8], period: 3).PointsBefore(2, points);

        points.Should().Equal(4, 5, 6, 4, 5);
    }

    [Theory] // The season 10, 20, 30 comes next with 10; one step before the end it is the turn of 30, and four before that too.
    [InlineData(0, 15d)]
    [InlineData(1, 35d)]
    [InlineData(4, 35d)]
    [InlineData(5, 25d)]
    public void PointsBefore_SeasonAroundALevel_BeginsAtItsPlace(int back, double first)
    {
        var points = new double[1];
        var level = new SeasonalNaiveModel([5, 5, 5, 5, 5, 5, 5, 5], period: 1);
        new SeasonalModel(level, [10, 20, 30], SeasonalForm.Additive).PointsBefore(back, points);

        points.Should().Equal(first);
    }

    [Theory] // Of 21 values and the first left out, two steps ahead: 19 moments, where 4 are enough; eight ahead: 13, where 16 would be.
    [InlineData(2, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    [InlineData(9, false)]
    public void Of_AsManyMomentsAsTwoStretchesApart_IsEnough(int horizon, bool isEnough)
    {
        var past = PastErrors.Of(new double[21], isKnown: null, start: 1, horizon, _ => new double[horizon], fitted: 0d);

        (past is not null).Should().Be(isEnough);
    }

    [Fact] // Akaike: of 100 values and 20 parameters, errors to come are √(120 / 80) = 1.2247 times those of the fit.
    public void AddTo_FittedParameters_LiftsErrors()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(place => place % 2 == 0 ? 1d : -1d)];
        var past = PastErrors.Of(values, isKnown: null, start: 1, horizon: 2, _ => [0d, 0d], fitted: 20d)!;
        double[] path = [10d, 10d], opposite = [10d, 10d];
        past.AddTo(path, 0.3, scale: 1d);
        past.AddTo(opposite, -0.3, scale: 1d);

        Math.Abs(path[0] - 10d).Should().BeApproximately(1.224744871391589, 1e-12);
        (path[0] + path[1]).Should().BeApproximately(20d, 1e-12);
        opposite.Should().Equal(20d - path[0], 20d - path[1]);
    }

    [Fact] // Every other value is 1 and known; those between were filled in with what the model expects, and would halve the errors.
    public void AddTo_FilledValues_TakeTheErrorsOfKnownOnes()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(place => place % 2 == 0 ? 1d : 0d)];
        bool[] isKnown = [.. values.Select(value => value > 0d)];
        var past = PastErrors.Of(values, isKnown, start: 1, horizon: 2, _ => [0d, 0d], fitted: 0d)!;

        for (var surprise = 0.1; surprise < 3d; surprise += 0.1)
        {
            double[] path = [0d, 0d];
            past.AddTo(path, surprise, scale: 1d);
            path[0].Should().BeApproximately(path[1], 1e-12);
        }
    }

    [Fact]
    public void Of_StepThatWasNeverKnown_IsNull()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(place => place % 2 == 0 ? 1d : 0d)];

        PastErrors.Of(values, new bool[40], start: 1, horizon: 2, _ => [0d, 0d], fitted: 0d).Should().BeNull();
    }

    [Fact] // Errors that return within a week: the sum over four of them strays no more than that over a day or two.
    public void SumInterval_ErrorsThatCancel_IsNarrowerThanPointsAddedUp()
    {
        var random = new Random(11);
        var before = 0d;
        double[] days = [.. Enumerable.Range(0, 400).Select(_ => 100d - before + (before = 10d * random.NextDouble()))];
        var forecast = Forecast.Of(days, horizon: 28);
        var sum = forecast.SumInterval(level: 0.8);

        (sum.Upper - sum.Lower).Should().BeLessThan(28d * 2d); // the truth: ± 1.28 √(2 · 8.3) for the ends, and the level's error
    }

    [Fact]
    public void Paths_OfPastErrors_HaveTheirMeanAtThePoints()
    {
        var random = new Random(5);
        var forecast = Forecast.Of([.. Enumerable.Range(0, 200).Select(_ => random.NextDouble() - 0.5)], horizon: 10);

        for (var step = 0; step < 10; step++)
        {
            forecast.Paths.Average(path => path[step]).Should().BeApproximately(forecast.Points[step], 1e-12);
        }
    }
}

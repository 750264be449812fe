using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Forecasting.Choosing;

// Series of rare events, and errors that say nothing.
public class RareForecastTests
{
    [Theory] // Poisson counts of 90 days; the sum of 30 more is drawn from the same rate.
    [InlineData(0.1)]
    [InlineData(0.3)]
    public void Of_PoissonCounts_HoldsTheSumAndItsMean(double rate)
    {
        const int series = 200, known = 90, ahead = 30;
        var random = new Random(11);
        var (held, estimates) = (0, 0d);
        for (var i = 0; i < series; i++)
        {
            double[] days = [.. Enumerable.Range(0, known + ahead).Select(_ => Poisson(rate, random))];
            var choice = ForecastChoice.Of(days[..known], ahead, period: 7);
            held += choice.Forecast.SumInterval().Contains(days[known..].Sum()) ? 1 : 0;
            estimates += choice.Forecast.SumInterval().Estimate / series;
        }

        ((double)held / series).Should().BeGreaterThanOrEqualTo(0.9);
        estimates.Should().BeApproximately(rate * ahead, 0.15 * rate * ahead);
    }

    [Fact] // Four weeks with sales on two days: each weekday is drawn from its own four values.
    public void Of_RareWeekdays_AreDrawnFromTheirOwn()
    {
        double[] week = [0, 0, 3, 0, 0, 5, 0];
        var choice = ForecastChoice.Of([.. Enumerable.Range(0, 28).Select(day => week[day % 7])], horizon: 7, period: 7);

        choice.Chosen.ToString().Should().StartWith("Resampling (7): ");
        choice.Forecast.Points.Should().Equal(week);
        choice.Forecast.Paths.Should().OnlyContain(path => path.SequenceEqual(week));
    }

    [Fact] // Three weeks are too few for that: all days have the mean of 3 and 5 in 7.
    public void Of_RareWeekdaysOfThreeWeeks_AreDrawnFromAll()
    {
        double[] week = [0, 0, 3, 0, 0, 5, 0];
        var choice = ForecastChoice.Of([.. Enumerable.Range(0, 21).Select(day => week[day % 7])], horizon: 7, period: 7);

        (choice.Chosen.Method, choice.Chosen.Season).Should().Be((ForecastMethod.Resampling, 1));
        choice.Forecast.Points.Should().OnlyContain(point => Math.Abs(point - (8d / 7d)) < 1e-12);
    }

    [Fact] // What was given up, begun late or is negative now and then is no series of rare events.
    public void Of_ZerosInAStretch_AreNotRare()
    {
        double[][] others =
        [
            [.. Enumerable.Range(0, 90).Select(day => day < 45 ? 100d : 0d)],
            [.. Enumerable.Range(0, 90).Select(day => day < 45 ? 0d : 100d)],
            [.. Enumerable.Range(0, 90).Select(day => (day % 3) - 1d)],
            new double[90],
        ];

        others.Should().OnlyContain(values => ForecastChoice.Of(values, 7, 1, null).Chosen.Method != ForecastMethod.Resampling);
    }

    [Fact] // All were off by 800 on the last day and by nothing else.
    public void Of_ErrorsThatAreAllTheSame_KeepsTheDefault()
    {
        var choice = ForecastChoice.Of([.. Enumerable.Repeat(100d, 139), 900d], horizon: 30, period: 7);

        choice.Chosen.Method.Should().Be(ForecastMethod.Combination);
        choice.Forecast.Points.Average().Should().BeLessThan(400d);
    }

    [Fact] // Every other denominator is 0, and the naive model repeats one: it has no ratio, and no error.
    public void OfRatio_ForecastWithoutDenominator_HasAnErrorThatIsUndefined()
    {
        double[] below = [.. Enumerable.Range(0, 41).Select(i => i % 4 == 0 ? 0d : 10d)];
        var choice = ForecastChoice.OfRatio([.. below.Select(value => value / 2d)], below, horizon: 8, period: 4);

        choice.Candidates.Where(each => each.MeanAbsoluteError.IsDefined)
            .Should().OnlyContain(each => each.MeanAbsoluteError.Value < 1e6);
        choice.Naive.MeanAbsoluteError.Reason.Should().Be(UndefinedReason.ZeroDenominator);
        choice.Chosen.MeanAbsoluteError.IsDefined.Should().BeTrue();
        choice.Naive.ToString().Should().NotContain("E+");
    }

    // Knuth's product of uniform numbers.
    private static double Poisson(double rate, Random random)
    {
        var (count, product) = (-1, 1d);
        while (product > Math.Exp(-rate))
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }
}

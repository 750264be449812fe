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

    [Theory] // Sales on two days of each week are regular: a shop that is closed on the others has no rare events.
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void Of_ClosedWeekdays_AreNotRare(int weeks)
    {
        double[] week = [0, 0, 3, 0, 0, 5, 0];
        var choice = ForecastChoice.Of([.. Enumerable.Range(0, 7 * weeks).Select(day => week[day % 7])], horizon: 7, period: 7);

        choice.Chosen.Method.Should().Be(ForecastMethod.Combination);
        choice.Forecast.Points.Zip(week).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
    }

    [Fact] // Open on four days, and 1 % more each week: 4 days × 4 weeks × 100 e^0.53 and on are 2,790; a mean of all that was is 2,085.
    public void Of_ClosedWeekdaysOfAGrowingShop_FollowsTheGrowth()
    {
        double[] known = [.. Enumerable.Range(0, 364).Select(day => day % 7 < 4 ? 100d * Math.Exp(0.01 * day / 7d) : 0d)];
        var sum = Forecast.Of(known, horizon: 28, period: 7).Points.Sum();

        sum.Should().BeInRange(2_650d, 2_850d);
    }

    [Fact] // A lunch truck, five hours a day from Monday to Friday: Saturday stays empty.
    public void OfSeasons_ClosedHoursAndDays_StayEmpty()
    {
        double[] known = [.. Enumerable.Range(0, 6 * 168).Select(hour => IsOpen(hour) ? 20d + (hour * 7_919 % 9) : 0d)];
        var points = Forecast.OfSeasons(known, horizon: 168, [24, 168]).Points;

        points.Skip(5 * 24).Sum().Should().BeLessThan(5d);
        points.Sum().Should().BeApproximately(25 * 24d, 40d);

        static bool IsOpen(int hour) => hour / 24 % 7 < 5 && hour % 24 is >= 11 and < 16;
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

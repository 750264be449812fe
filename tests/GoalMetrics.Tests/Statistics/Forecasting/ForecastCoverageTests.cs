using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Forecasting;

/// <summary>
/// How often intervals hold what comes, over series whose truth is known. Of 400 series a share of 80 % strays by 2 percentage points, and
/// one of 95 % by 1; the bounds are three times that beyond what is promised, 75 to 85 % and 92 to 97 %. Too wide is a lesser evil.
/// </summary>
public class ForecastCoverageTests
{
    private const int Series = 400;

    [Theory] // With normal surprises, those of sigma 1 held 62 % and 88 % of the sums, and growing ones 58 % and 77 %.
    [InlineData(0.5, 0d)]
    [InlineData(1d, 0d)]
    [InlineData(1d, 0.005)]
    public void SumInterval_LognormalDays_HoldsTheSum(double sigma, double growth) =>
        ShouldHold(180, 28, 7, (day, random) => 100d * Math.Exp((growth * day) + (sigma * Normal(random))));

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(12)]
    public void SumInterval_FewValues_HoldsTheSum(int known) =>
        ShouldHold(known, 3, 1, (_, random) => 100d + (10d * Normal(random)));

    [Theory] // Seasons found by correlation alone, and errors from four stretches on, held 47 % and 54 % where 80 % are promised.
    [InlineData(36, 3, 12)]
    [InlineData(156, 13, 52)]
    public void SumInterval_ThreeSmoothYears_HoldsTheSum(int known, int ahead, int period) =>
        ShouldHold(
            known, ahead, period, (place, random) => 200d + (40d * Math.Sin(2d * Math.PI * place / period)) + (10d * Normal(random)));

    [Fact] // Values filled in at two days of five took the errors away: 46 % and 67 % held.
    public void SumInterval_DaysWithGaps_HoldsTheSum()
    {
        var random = new Random(23);
        int[] sums = [0, 0];
        for (var series = 0; series < 200; series++)
        {
            double[] values = [.. Enumerable.Range(0, 393).Select(day => 100d + (day % 7 * 10d) + (10d * Normal(random)))];
            double?[] known = [.. values[..365].Select(value => random.NextDouble() < 0.4 ? null : (double?)value)];
            known[0] = values[0];
            known[364] = values[364];
            bool[] isKnown = [.. known.Select(value => value is not null)];
            var forecast = ForecastChoice.Of(SeriesGaps.Filled(known, 7), isKnown, horizon: 28, [7], options: null).Forecast;
            sums[0] += forecast.SumInterval(level: 0.8).Contains(values[365..].Sum()) ? 1 : 0;
            sums[1] += forecast.SumInterval(level: 0.95).Contains(values[365..].Sum()) ? 1 : 0;
        }

        (sums[0] / 200d).Should().BeInRange(0.72, 0.90);
        (sums[1] / 200d).Should().BeInRange(0.90, 0.99);
    }

    [Fact]
    public void SumInterval_CountsWhoseRateDiffers_HoldsTheSum() =>
        ShouldHold(90, 28, 7, (_, random) => Poisson(2d * Math.Exp(0.8 * Normal(random)), random));

    [Fact] // A walk of the last value on logarithms grew by powers: half of the upper limits were above thirteen times the largest value.
    public void SumInterval_TwelveValuesOfSeveralMagnitudes_StaysNearWhatWasSeen()
    {
        var random = new Random(5);
        List<double> uppers = [];
        for (var series = 0; series < 100; series++)
        {
            double[] months = [.. Enumerable.Range(0, 12).Select(_ => 100d * Math.Exp(Normal(random)))];
            uppers.Add(Forecast.Of(months, horizon: 6, period: 12).SumInterval().Upper / (6d * months.Max()));
        }

        uppers.Order().ElementAt(50).Should().BeLessThan(4d);
    }

    [Theory] // When futures came from its models, the sums of 80 % and 95 % held 96 % and 100 %, and points 91 % and 99 %.
    [InlineData(0.8)]
    [InlineData(0d)]
    public void Intervals_LevelThatReturns_HoldWhatTheyPromise(double memory)
    {
        const int fewer = Series / 2;
        var random = new Random(17);
        int[] points = [0, 0], sums = [0, 0];
        for (var series = 0; series < fewer; series++)
        {
            var strayed = 0d;
            double[] values = [.. Enumerable.Range(0, 528).Select(_ => 200d + (strayed = (memory * strayed) + (10d * Normal(random))))];
            var forecast = Forecast.Of(values[..500], horizon: 28, period: 7);
            for (var level = 0; level < 2; level++)
            {
                var promised = level == 0 ? 0.8 : 0.95;
                points[level] += Enumerable.Range(1, 28).Count(step => forecast.PointInterval(step, promised).Contains(values[499 + step]));
                sums[level] += forecast.SumInterval(level: promised).Contains(values[500..].Sum()) ? 1 : 0;
            }
        }

        (points[0] / 28d / fewer).Should().BeInRange(0.75, 0.85);
        (points[1] / 28d / fewer).Should().BeInRange(0.92, 0.97);
        ((double)sums[0] / fewer).Should().BeInRange(0.72, 0.88);
        ((double)sums[1] / fewer).Should().BeInRange(0.91, 0.99);
    }

    [Fact] // Of six counts most are all 0, and 11 % of the sums were outside an interval without width.
    public void SumInterval_FewCountsThatAreMostlyAlike_HoldsTheSum() =>
        ShouldHold(6, 3, 1, (_, random) => Poisson(0.2, random));

    [Fact] // Cut off at 0, futures of a small level had a mean of 18 % more than the points.
    public void Paths_OfCounts_HaveTheirMeanAtThePoints()
    {
        var random = new Random(5);
        double[] days = [.. Enumerable.Range(0, 90).Select(_ => (double)Poisson(2d * Math.Exp(0.8 * Normal(random)), random))];
        var forecast = Forecast.Of(days, horizon: 28, period: 7);

        forecast.Paths.Should().OnlyContain(path => path.All(value => value >= 0d));
        forecast.Paths.Average(path => path.Sum()).Should().BeApproximately(forecast.Points.Sum(), 1e-6);
    }

    [Fact] // Mean 100 e^½ = 165; the paths know that large days are rare and small ones are not.
    public void PointInterval_LognormalDays_IsLopsidedAndAboveZero()
    {
        var random = new Random(5);
        double[] days = [.. Enumerable.Range(0, 180).Select(_ => 100d * Math.Exp(Normal(random)))];
        var interval = Forecast.Of(days, horizon: 7).PointInterval(step: 1);

        interval.Lower.Should().BeInRange(5d, 30d); // the truth: 100 e^-1.96 = 14
        interval.Upper.Should().BeInRange(500d, 1_200d); // 100 e^1.96 = 710
    }

    [Fact] // A scale is one of those three, and the same whatever the unit.
    public void Paths_InAnotherUnit_AreTheSameTimesIt()
    {
        var random = new Random(5);
        double[] days = [.. Enumerable.Range(0, 60).Select(_ => 100d * Math.Exp(Normal(random)))];
        var one = Forecast.Of(days, 7).SumInterval().Upper;
        var hundred = Forecast.Of([.. days.Select(day => 100d * day)], 7).SumInterval().Upper;

        hundred.Should().BeApproximately(100d * one, 1e-3 * hundred);
    }

    [Theory] // ½ of n + 1 is what Jeffreys leaves to a step that differs: below nine values more than 5 %, and of zeros always.
    [InlineData(5d, 4, false)]
    [InlineData(5d, 8, false)]
    [InlineData(5d, 9, true)]
    [InlineData(0d, 14, false)]
    [InlineData(0d, 3_000, true)]
    public void SumInterval_ValuesThatAreAllAlike_IsCertainOnlyOfMany(double value, int count, bool isCertain)
    {
        var forecast = Forecast.Of([.. Enumerable.Repeat(value, count)], horizon: 14);
        var sum = forecast.SumInterval();

        forecast.Points.Should().OnlyContain(point => point == value);
        (sum.Upper - sum.Lower == 0d).Should().Be(isCertain);
        sum.Contains(14d * value).Should().BeTrue();
        sum.Lower.Should().BeGreaterThanOrEqualTo(0d);
    }

    [Fact] // No order in 500 visits: with Wilson at most 0.76 %, and never a certain 0.
    public void OfRatio_NoSuccessYet_IsNotCertain()
    {
        var choice = ForecastChoice.OfRatio(new double[10], [.. Enumerable.Repeat(50d, 10)], horizon: 10);

        choice.Forecast.SumInterval().Upper.Should().BeInRange(1d, 5d);
        choice.Denominators!.SumInterval().Upper.Should().Be(500d);
    }

    private static void ShouldHold(int known, int ahead, int season, Func<int, Random, double> value)
    {
        var random = new Random(17);
        int[] held = [0, 0];
        for (var series = 0; series < Series; series++)
        {
            double[] values = [.. Enumerable.Range(0, known + ahead).Select(place => value(place, random))];
            var forecast = ForecastChoice.Of(values[..known], ahead, season).Forecast;
            held[0] += forecast.SumInterval(level: 0.8).Contains(values[known..].Sum()) ? 1 : 0;
            held[1] += forecast.SumInterval(level: 0.95).Contains(values[known..].Sum()) ? 1 : 0;
        }

        ((double)held[0] / Series).Should().BeInRange(0.7, 0.96);
        ((double)held[1] / Series).Should().BeInRange(0.91, 1d);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2d * Math.Log(1d - random.NextDouble())) * Math.Cos(2d * Math.PI * random.NextDouble());

    // Knuth's product of uniform numbers.
    private static int Poisson(double mean, Random random)
    {
        var (limit, product, events) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit)
        {
            events++;
            product *= random.NextDouble();
        }

        return events;
    }
}

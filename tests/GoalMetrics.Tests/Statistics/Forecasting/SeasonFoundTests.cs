using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Forecasting;

/// <summary>Seasons that a user sees at a glance, made up so that what comes is known, and noise that only looks like one.</summary>
public class SeasonFoundTests
{
    [Theory] // 1000 + 400 sin, and noise of 20: a warm and a cold half of the year, whose months resemble their neighbours.
    [InlineData(24)]
    [InlineData(30)]
    [InlineData(36)]
    [InlineData(48)]
    public void Of_SmoothYear_IsForecast(int months)
    {
        double[] known = [.. Noise(months, 20d).Select((noise, month) => Year(month) + noise)];
        var forecast = Forecast.Of(known, horizon: 12, period: 12);

        for (var step = 0; step < 12; step++)
        {
            forecast.Points[step].Should().BeApproximately(Year(months + step), 100d);
        }

        forecast.SumInterval().Upper.Should().BeLessThan(15_000d);
    }

    [Theory] // Weekends have 40 visits an hour, other days 100, and four an hour more or less. After whole weeks comes a Monday.
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void OfSeasons_WeekInHours_IsForecast(int weeks)
    {
        double[] known = [.. Noise(weeks * 168, 4d).Select((noise, hour) => OfHour(hour) + noise)];
        var monday = Forecast.OfSeasons(known, horizon: 24, [24, 168]);
        var choice = ForecastChoice.OfSeasons(known, horizon: 24, [24, 168]);

        monday.Points.Sum().Should().BeApproximately(2_400d, 50d);
        choice.Forecast.Points.Sum().Should().BeApproximately(2_400d, 50d);
        monday.SumInterval().Lower.Should().BeGreaterThan(2_200d);
    }

    [Theory] // The M4 rule is right in 90 of 100; being strong as well is rare by chance.
    [InlineData(36, 12)]
    [InlineData(24, 12)]
    [InlineData(28, 7)]
    public void IsSeasonal_Noise_IsSeldom(int count, int period) =>
        Enumerable.Range(1, 200).Count(seed => SeasonalFigures.IsSeasonal(Noise(count, 10d, seed), period)).Should().BeLessThan(30);

    [Theory] // A level that wanders has no year, however long it stays away: of two years of weeks 23 in 100 had one.
    [InlineData(36, 12)]
    [InlineData(104, 52)]
    public void IsSeasonal_LevelThatWanders_IsSeldom(int count, int period) => Enumerable.Range(1, 200)
        .Count(seed => SeasonalFigures.IsSeasonal(Sums(Noise(count, 10d, seed)), period)).Should().BeLessThan(30);

    [Fact] // The sum of 90 such days strays by 10 √90 = 95: 95 % are 9,000 ± 186, beside what is not known of their level.
    public void SumInterval_HorizonOfAFifthOfWhatIsKnown_IsNotThatOfAWalk()
    {
        double[] known = [.. Noise(455, 10d).Select(noise => 100d + noise)];
        var sum = Forecast.Of(known, horizon: 90, period: 7).SumInterval();

        (sum.Upper - sum.Lower).Should().BeLessThan(4d * 372d);
    }

    [Fact] // An order every tenth day: 2.8 in 28 days. 95 % of Poisson's are at most 6, and none is quite likely.
    public void Of_RareCounts_DrawsKnownValues()
    {
        double[] known = [.. Enumerable.Range(0, 90).Select(day => day % 10 == 3 ? 1d : 0d)];
        var forecast = Forecast.Of(known, horizon: 28, period: 7);

        forecast.Method.Should().Be(ForecastMethod.Resampling);
        forecast.Points.Sum().Should().BeApproximately(2.8, 1e-9);
        forecast.SumInterval().Lower.Should().BeLessThanOrEqualTo(0.5);
        forecast.SumInterval().Upper.Should().BeInRange(6d, 9d);
    }

    [Theory] // Shares of a million millionth are forecast as shares of one.
    [InlineData(1e-12)]
    [InlineData(1e-6)]
    [InlineData(1e12)]
    [InlineData(1e60)]
    public void Of_OtherMagnitudes_AreTheSameForecast(double scale)
    {
        double[] known = [.. Noise(48, 20d).Select((noise, month) => Year(month) + noise)];
        var usual = Forecast.Of(known, horizon: 6, period: 12);
        var scaled = Forecast.Of([.. known.Select(value => value * scale)], horizon: 6, period: 12);

        for (var step = 0; step < 6; step++)
        {
            (scaled.Points[step] / scale).Should().BeApproximately(usual.Points[step], 1e-3);
        }
    }

    [Fact]
    public void Of_ValuesWhoseSquaresAreNone_IsUndefined()
    {
        Forecast.Of([1e308, -1e308, 1e308, 1, 2], horizon: 3).Reason.Should().Be(UndefinedReason.Overflow);
        ForecastChoice.Of([1e308, -1e308, 1e308, 1, 2], horizon: 3).Forecast.Reason.Should().Be(UndefinedReason.Overflow);
    }

    private static double Year(int month) => 1_000d + (400d * Math.Sin(2d * Math.PI * month / 12d));

    private static double OfHour(int hour) => hour / 24 % 7 >= 5 ? 40d : 100d;

    private static double[] Noise(int count, double sigma, int seed = 7)
    {
        var random = new RandomNumbers((ulong)seed);
        return [.. Enumerable.Range(0, count).Select(_ => sigma * random.Normal())];
    }

    private static double[] Sums(double[] steps)
    {
        var sum = 0d;
        return [.. steps.Select(step => sum += step)];
    }
}

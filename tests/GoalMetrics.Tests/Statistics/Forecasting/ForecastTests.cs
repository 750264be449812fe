using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Forecasting;

public sealed class ForecastTests
{
    private static readonly double[] Sales = PublishedSeries.AirPassengers;

    [Fact]
    public void Of_AirPassengers_HasGrowthAndSeason()
    {
        var forecast = Forecast.Of(Sales, horizon: 12, period: 12);

        forecast.Points.Should().HaveCount(12);
        forecast.Points[6].Should().BeInRange(600, 720); // July 1960 was 622
        forecast.PointInterval(6).Contains(forecast.Points[5]).Should().BeTrue();
        forecast.PointInterval(6).Method.Should().Be(IntervalMethod.SamplePaths);
        (forecast.N, forecast.Method, forecast.Paths.Count).Should().Be((144L, ForecastMethod.Combination, 1_000));
    }

    // Not all months are low together: the interval of the year is narrower than the bounds of its months added up.
    [Fact]
    public void SumInterval_OfAYear_IsNarrowerThanItsMonthsAddedUp()
    {
        var forecast = Forecast.Of(Sales, 12, 12);

        var year = forecast.SumInterval();
        var lowest = Enumerable.Range(1, 12).Sum(month => forecast.PointInterval(month).Lower);
        var highest = Enumerable.Range(1, 12).Sum(month => forecast.PointInterval(month).Upper);

        (year.Upper - year.Lower).Should().BeLessThan(0.95 * (highest - lowest));
        year.Estimate.ShouldBeNear(forecast.Points.Sum());
        forecast.SumInterval(steps: 1).ShouldBeNear(forecast.PointInterval(1).Lower, forecast.PointInterval(1).Upper);
    }

    [Fact]
    public void Paths_SameSeed_AreTheSame()
    {
        var paths = Forecast.Of(Sales, 6, 12, new() { Seed = 5 }).Paths;

        Forecast.Of(Sales, 6, 12, new() { Seed = 5 }).Paths[17].Should().Equal(paths[17]);
        Forecast.Of(Sales, 6, 12, new() { Seed = 6 }).Paths[17].Should().NotEqual(paths[17]);
        Forecast.Of(Sales, 6, 12, new() { Paths = 200, Seed = 5 }).Paths.Should().HaveCount(200);
    }

    // A random walk forecast by its last value: after h steps the interval is 1.96 √h on either side, and that of the sum
    // 1.96 √(h (h + 1)(2 h + 1) / 6).
    [Fact]
    public void Naive_OfARandomWalk_SpreadsAsTheoryHasIt()
    {
        double[] walk = new double[2_001];
        var random = new RandomNumbers(8);
        for (var i = 1; i < walk.Length; i++)
        {
            walk[i] = walk[i - 1] + random.Normal();
        }

        var forecast = Forecast.SeasonalNaive(walk, 9, options: new() { Paths = 20_000 });

        HalfWidth(forecast.PointInterval(1)).Should().BeApproximately(1.96, 0.15);
        HalfWidth(forecast.PointInterval(9)).Should().BeApproximately(1.96 * 3, 0.45);
        HalfWidth(forecast.SumInterval()).Should().BeApproximately(1.96 * Math.Sqrt(9 * 10 * 19 / 6d), 2.5);
    }

    [Theory]
    [InlineData(ForecastMethod.Combination)]
    [InlineData(ForecastMethod.SeasonalNaive)]
    [InlineData(ForecastMethod.Simple)]
    [InlineData(ForecastMethod.Holt)]
    [InlineData(ForecastMethod.DampedHolt)]
    [InlineData(ForecastMethod.Theta)]
    public void AnyMethod_OneValue_IsThatValueWithoutAnInterval(ForecastMethod method)
    {
        var forecast = By(method, [7]);

        forecast.Points.Should().OnlyContain(point => Math.Abs(point - 7) < 1e-9);
        forecast.PointInterval(1).ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
        forecast.SumInterval().ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
    }

    [Theory]
    [InlineData(ForecastMethod.Combination)]
    [InlineData(ForecastMethod.SeasonalNaive)]
    [InlineData(ForecastMethod.Simple)]
    [InlineData(ForecastMethod.Holt)]
    [InlineData(ForecastMethod.DampedHolt)]
    [InlineData(ForecastMethod.HoltWinters)]
    [InlineData(ForecastMethod.LinearTrend)]
    [InlineData(ForecastMethod.Theta)]
    public void AnyMethod_NoneConstantOrZeros_HasAStatedAnswer(ForecastMethod method)
    {
        var none = By(method, []);
        (none.IsDefined, none.Reason, none.Points.Count, none.Paths.Count).Should().Be((false, UndefinedReason.NoData, 0, 0));
        none.PointInterval(1).ShouldBeUndefined(UndefinedReason.NoData, "values");

        var constant = By(method, [.. Enumerable.Repeat(4d, 40)]);
        constant.Points.Should().OnlyContain(point => Math.Abs(point - 4) < 1e-9);
        constant.PointInterval(3).Lower.Should().BeApproximately(4, 1e-6);
        constant.SumInterval().Upper.Should().BeApproximately(12, 1e-5);

        var zeros = By(method, new double[30]);
        zeros.Points.Should().OnlyContain(point => point == 0);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(14)]
    [InlineData(21)]
    public void Of_ShortSeries_HasFinitePointsAndIntervals(int count)
    {
        double[] values = [.. Enumerable.Range(0, count).Select(i => 20d + (i * 7 % 5))];

        var forecast = Forecast.Of(values, 10, period: 7);

        forecast.Points.Should().OnlyContain(point => point >= 0 && point < 100);
        forecast.Paths.SelectMany(path => path).Should().OnlyContain(value => double.IsFinite(value));
    }

    [Fact]
    public void Of_ManyZeros_StaysFromNegative()
    {
        double[] values = [.. Enumerable.Range(0, 60).Select(i => i % 9 == 0 ? 12d : 0d)];

        var forecast = Forecast.Of(values, 14, 7);

        forecast.Points.Should().OnlyContain(point => point >= 0 && point <= 12);
        forecast.SumInterval().Lower.Should().BeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void HoltWinters_WithoutTwoSeasonsOrWithZeros_IsUndefined()
    {
        Forecast.HoltWinters(new double[13], 3, 7).Reason.Should().Be(UndefinedReason.InsufficientData);
        Forecast.HoltWinters(new double[14], 3, 7, SeasonalForm.Multiplicative).Reason.Should().Be(UndefinedReason.OutOfDomain);
        Forecast.LinearTrend([5], 3).Reason.Should().Be(UndefinedReason.InsufficientData);
        Forecast.LinearTrend([5, 6], 3).Points.Should().Equal(7, 8, 9);
        Forecast.LinearTrend([5, 6], 3).PointInterval(1).ShouldBeUndefined(UndefinedReason.InsufficientData, "values");
    }

    [Fact]
    public void Of_NotANumber_NamesItsPlace() =>
        Messages.Of<ArgumentException>(() => Forecast.Of([1, double.NaN], 3))
            .Should().Be("Expected finite numbers; found NaN at index 1. (Parameter 'values')");

    [Fact]
    public void Theta_NoSteps_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Forecast.Theta([1, 2], 0))
            .Should().Be("Expected a number from 1 to 10000; found 0. (Parameter 'horizon')");

    [Fact]
    public void SeasonalNaive_PeriodOfNone_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Forecast.SeasonalNaive([1, 2], 3, period: 0))
            .Should().Be("Expected at least 1; found 0. (Parameter 'period')");

    [Fact]
    public void Of_TooFewPaths_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Forecast.Of([1, 2], 3, options: new() { Paths = 10 }))
            .Should().Be("Expected a number from 100 to 100000; found 10. (Parameter 'Paths')");

    [Fact]
    public void Simple_AlphaAboveOne_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Forecast.Simple([1, 2], 3, new() { Given = new() { Alpha = 1.5 } }))
            .Should().Be("Expected a number from 0 to 1; found 1.5. (Parameter 'Alpha')");

    [Fact]
    public void HoltWinters_SeasonOfAnotherLength_IsRefused()
    {
        var twoFigures = new ForecastOptions { Given = new() { Season = [1, 2] } };

        Messages.Of<ArgumentOutOfRangeException>(() => Forecast.HoltWinters(Sales, 3, 12, options: twoFigures))
            .Should().Be("Expected a number from 12 to 12; found 2. (Parameter 'Season')");
    }

    [Fact]
    public void PointInterval_StepBeyondTheLast_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Forecast.Of(Sales, 3).PointInterval(4))
            .Should().Be("Expected a number from 1 to 3; found 4. (Parameter 'step')");

    [Fact]
    public void SumInterval_LevelInPercent_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Forecast.Of(Sales, 3).SumInterval(level: 95))
            .Should().Be("Expected a number between 0 and 1, both excluded; found 95. (Parameter 'level')");

    [Fact]
    public void Of_PeriodOfNone_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Forecast.Of(Sales, 3, period: 0))
            .Should().Be("Expected at least 1; found 0. (Parameter 'period')");

    [Fact]
    public void OfSeasons_OneLengthTwice_IsRefused() =>
        Messages.Of<ArgumentException>(() => Forecast.OfSeasons(Sales, 3, [24, 24]))
            .Should().Be("Expected two seasons of different lengths; found 24 at index 1. (Parameter 'periods')");

    [Fact]
    public void OfSeasons_LengthOfNone_IsRefused() =>
        Messages.Of<ArgumentException>(() => Forecast.OfSeasons(Sales, 3, [0]))
            .Should().Be("Expected lengths of at least 1; found 0 at index 0. (Parameter 'periods')");

    [Theory]
    [InlineData(1_000_000_000)]
    [InlineData(int.MaxValue)]
    public void Forecasts_AHugePeriod_HaveNoSeason(int period)
    {
        Forecast.Of(Sales, 3, period).Points.Should().Equal(Forecast.Of(Sales, 3).Points);
        Forecast.OfSeasons(Sales, 3, [2, period]).IsDefined.Should().BeTrue();
        Forecast.Theta(Sales, 3, period).Points.Should().Equal(Forecast.Theta(Sales, 3).Points);
        Forecast.SeasonalNaive(Sales, 3, period).Points.Should().Equal(Sales.Take(3));
        Forecast.HoltWinters(Sales, 3, period).Reason.Should().Be(UndefinedReason.InsufficientData);
        SeriesGaps.Filled([1d, null, 3d], period).Should().Equal(1d, 2d, 3d);
    }

    private static double HalfWidth(Interval interval) => (interval.Upper - interval.Lower) / 2d;

    private static Forecast By(ForecastMethod method, double[] values) => method switch
    {
        ForecastMethod.SeasonalNaive => Forecast.SeasonalNaive(values, 3, 7),
        ForecastMethod.Simple => Forecast.Simple(values, 3),
        ForecastMethod.Holt => Forecast.Holt(values, 3),
        ForecastMethod.DampedHolt => Forecast.DampedHolt(values, 3),
        ForecastMethod.HoltWinters => Forecast.HoltWinters(values, 3, 7),
        ForecastMethod.LinearTrend => Forecast.LinearTrend(values, 3),
        ForecastMethod.Theta => Forecast.Theta(values, 3, 7),
        _ => Forecast.Of(values, 3, 7),
    };
}

using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Forecasting.Choosing;

public class ForecastChoiceTests
{
    [Fact] // A level with noise around it: simple smoothing and the default are close, the last value alone is not.
    public void Of_NoiseAroundALevel_KeepsTheDefault()
    {
        var choice = ForecastChoice.Of(Noise(120, around: 100), horizon: 12);

        choice.Chosen.Method.Should().Be(ForecastMethod.Combination);
        choice.Chosen.MeanAbsoluteError.Value.Should().BeLessThan(choice.Naive.MeanAbsoluteError.Value);
        (choice.Origins, choice.Steps).Should().Be((5, 12));
        choice.Candidates.Skip(1).Select(candidate => candidate.MeanAbsoluteError.Value).Should().BeInAscendingOrder();
        choice.RunnerUp.Should().Be(choice.Candidates[1]);
        choice.Forecast.Points.Should().HaveCount(12);
    }

    [Fact] // Steps up by one now and then, never back: the last value is closest from every origin.
    public void Of_NothingBeatsTheLastValue_IsNaive()
    {
        double[] values = [.. Enumerable.Range(0, 60).Select(i => i < 10 ? (double)(i * 7 % 10) : 50d)];
        var choice = ForecastChoice.Of(values, horizon: 4);

        choice.Chosen.IsNaive.Should().BeTrue();
        choice.Chosen.ToString().Should().Be("Naive: 0");
        choice.Forecast.Points.Should().Equal(50d, 50d, 50d, 50d);
    }

    [Fact] // 3, 1, 4, 1, 5, 9, 2 again and again.
    public void Of_ASeasonThatRepeats_KnowsIt()
    {
        double[] week = [3, 1, 4, 1, 5, 9, 2];
        double[] values = [.. Enumerable.Range(0, 70).Select(day => week[day % 7])];
        var choice = ForecastChoice.Of(values, horizon: 7, period: 7);

        choice.Chosen.Season.Should().Be(7);
        choice.Forecast.Points.Zip(week).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        choice.Naive.MeanAbsoluteError.Value.Should().BeGreaterThan(1d);
    }

    [Fact]
    public void Of_ShortSeries_HasNothingToChooseBy()
    {
        ForecastChoice.Of([], 3).Forecast.Reason.Should().Be(UndefinedReason.NoData);
        var choice = ForecastChoice.Of([5], 3);

        choice.Origins.Should().Be(0);
        choice.Chosen.Method.Should().Be(ForecastMethod.Combination);
        choice.Chosen.MeanAbsoluteError.Reason.Should().Be(UndefinedReason.InsufficientData);
        choice.Forecast.Points.Should().Equal(5d, 5d, 5d);
        ForecastChoice.Of([5, 7, 6, 8], 3).Origins.Should().Be(1);
    }

    [Fact] // Five weeks of hours with quiet weekends: with the day alone, Monday's hours would be Sunday's.
    public void OfSeasons_HoursWithWeekends_KnowsBoth()
    {
        double[] hours = [.. Enumerable.Range(0, 6 * 168).Select(hour => (hour / 24 % 7 < 5 ? 100d : 20d) + (2d * (hour % 24)))];
        var choice = ForecastChoice.OfSeasons(hours[..^168], horizon: 168, [24, 168]);

        choice.Forecast.Points.Zip(hours[^168..]).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        choice.Candidates.Select(candidate => candidate.Season).Should().Contain([1, 24, 168]);
        ForecastChoice.Of(hours[..^168], 168, 24).Chosen.MeanAbsoluteError.Value.Should().BeGreaterThan(10d);
    }

    [Fact] // Two weeks less an hour: there are not two whole weeks.
    public void OfSeasons_LessThanTwoOfTheLonger_LeavesItOut()
    {
        double[] hours = [.. Enumerable.Range(0, 335).Select(hour => 100d + (2d * (hour % 24)))];

        ForecastChoice.OfSeasons(hours, 24, [24, 168]).Candidates.Should().NotContain(candidate => candidate.Season == 168);
        ForecastChoice.OfSeasons(hours, 24, [24, 168]).Forecast.Points.Should().Equal(ForecastChoice.Of(hours, 24, 24).Forecast.Points);
    }

    [Fact]
    public void OfSeasons_LongerFirst_IsTheSame()
    {
        double[] hours = [.. Enumerable.Range(0, 72).Select(hour => 100d + (hour % 6) + (hour * 7 % 5))];

        var either = ForecastChoice.OfSeasons(hours, 6, [24, 6]);

        either.Forecast.Points.Should().Equal(ForecastChoice.OfSeasons(hours, 6, [6, 24]).Forecast.Points);
        Forecast.OfSeasons(hours, 6, [24, 6]).Points.Should().Equal(Forecast.OfSeasons(hours, 6, [6, 24]).Points);
    }

    [Fact]
    public void OfSeasons_WrongSeasons_Throw()
    {
        Messages.Of<ArgumentException>(() => ForecastChoice.OfSeasons([1, 2, 3], 3, [24, 24]))
            .Should().Be("Expected two seasons of different lengths; found 24 at index 1. (Parameter 'periods')");
        Messages.Of<ArgumentException>(() => ForecastChoice.OfSeasons([1, 2, 3], 3, [1, 7]))
            .Should().Be("Expected lengths of at least 2; found 1 at index 0. (Parameter 'periods')");
        Messages.Of<ArgumentOutOfRangeException>(() => ForecastChoice.OfSeasons([1, 2, 3], 3, []))
            .Should().Be("Expected the lengths of one or two seasons; found 0. (Parameter 'periods')");
    }

    [Theory]
    [InlineData(1_000_000_000)]
    [InlineData(int.MaxValue)]
    public void Choices_AHugePeriod_HaveNoSeason(int period)
    {
        double[] values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7];

        ForecastChoice.Of(values, 2, period).Forecast.Points.Should().Equal(ForecastChoice.Of(values, 2).Forecast.Points);
        ForecastChoice.OfRatio(values, values, 2, period).Chosen.Season.Should().Be(1);
        ForecastChoice.OfSeasons(values, 2, [period - 1, period]).Chosen.Season.Should().Be(1);
    }

    [Fact]
    public void Of_SeasonLongerThanHalfTheSeries_IsNone() =>
        ForecastChoice.Of(Noise(23, 100), 6, period: 12).Candidates.Should().OnlyContain(candidate => candidate.Season == 1);

    [Fact]
    public void Of_NotANumber_IsRefused() =>
        FluentActions.Invoking(() => ForecastChoice.Of([1, double.NaN], 3)).Should().Throw<ArgumentException>();

    [Fact]
    public void Of_NoSteps_IsRefused() =>
        FluentActions.Invoking(() => ForecastChoice.Of([1, 2, 3, 4], 0)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Of_PeriodOfNone_IsRefused() =>
        FluentActions.Invoking(() => ForecastChoice.Of([1, 2, 3, 4], 1, period: 0)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Of_NoValues_IsRefused() =>
        FluentActions.Invoking(() => ForecastChoice.Of(null!, 1)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void OfRatio_FewerValuesBelowThanAbove_IsRefused() =>
        FluentActions.Invoking(() => ForecastChoice.OfRatio([1, 2], [1], 1)).Should().Throw<ArgumentException>();

    [Fact] // A tenth of a series that strays: in every future, numerator and denominator stray alike.
    public void OfRatio_PartsThatMoveTogether_KeepTheirRatioInEveryPath()
    {
        var below = Noise(80, around: 100);
        var choice = ForecastChoice.OfRatio([.. below.Select(value => value / 10d)], below, horizon: 6);

        choice.Denominators!.Paths.Should().HaveCount(1_000);
        choice.Forecast.Paths.Zip(choice.Denominators.Paths).Should().OnlyContain(
            pair => pair.First.Zip(pair.Second).All(step => Math.Abs((step.First / step.Second) - 0.1) < 1e-9));
    }

    [Fact] // Parts that have nothing to do with each other: the ratio strays more than either of them.
    public void OfRatio_PartsThatAreUnalike_StrayApart()
    {
        var choice = ForecastChoice.OfRatio(Noise(80, 100, seed: 1), Noise(80, 100, seed: 2), horizon: 1);
        var ratios = choice.Forecast.Paths.Zip(choice.Denominators!.Paths, (above, below) => above[0] / below[0]).ToList();
        double[] own = [.. choice.Forecast.Paths.Select(path => path[0] / 100d)];

        Deviation(ratios).Should().BeGreaterThan(1.2 * Deviation(own));
    }

    [Fact] // The middle of the ratio has no value where the denominator is 0.
    public void OfRatio_ADenominatorOfZero_IsLeftOutOfTheErrors()
    {
        double[] below = [.. Enumerable.Range(0, 40).Select(i => i % 4 == 3 ? 0d : 10d)];
        var choice = ForecastChoice.OfRatio([.. below.Select(value => value / 2d)], below, horizon: 4, period: 4);

        choice.Chosen.MeanAbsoluteError.Value.Should().BeApproximately(0d, 1e-9);
    }

    private static double Deviation(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static double[] Noise(int count, double around, int seed = 4)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => around + (20d * (random.NextDouble() + random.NextDouble() - 1d)))];
    }
}

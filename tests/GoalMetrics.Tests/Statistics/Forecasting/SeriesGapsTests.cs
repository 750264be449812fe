using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Forecasting;

// Gaps and what fills them: figures worked out by hand, of series whose season and trend are plain.
public class SeriesGapsTests
{
    private static readonly double[] Year = [100, 90, 100, 110, 120, 130, 120, 110, 120, 140, 180, 300];

    [Fact]
    public void Filled_FewValuesOrGapsAtTheEnds_AreOnStraightLines()
    {
        SeriesGaps.Filled([null, 1, null, 3, null]).Should().Equal(1, 2, 3);
        SeriesGaps.Filled([10, null, 12, 50], period: 2).Should().Equal(10, 11, 12, 50);
        SeriesGaps.Filled([null, 1, null, 3, null], period: int.MaxValue).Should().Equal(1, 2, 3);
        SeriesGaps.Filled([null, 7, null], period: 7).Should().Equal(7);
        SeriesGaps.Filled([null, null]).Should().BeEmpty();
        SeriesGaps.Filled([]).Should().BeEmpty();
        Messages.Of<ArgumentException>(() => SeriesGaps.Filled([1, double.NaN]))
            .Should().Be("Expected finite numbers; found NaN at index 1. (Parameter 'values')");
    }

    [Fact]
    public void Filled_WithoutGaps_IsTheSeries() =>
        SeriesGaps.Filled([.. Year.Select(value => (double?)value)], 12).Should().Equal(Year);

    [Fact] // Two places on one line: 10, 11, 12, 13, 14, 15 and every second 39 more.
    public void Filled_LineWithASeason_IsExact() =>
        ShouldBe(SeriesGaps.Filled([10, 50, 12, null, 14, 54], period: 2), 10, 50, 12, 52, 14, 54);

    [Theory] // Every weekday is 10, and weekends are 0: whichever day is missing, in the first week or the last.
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(12)]
    public void Filled_ADayOfTwoWeeks_IsThatDay(int missing)
    {
        double?[] days = [10, 10, 10, 10, 10, 0, 0, 10, 10, 10, 10, 10, 0, 0];
        var (known, gap) = (days[missing]!.Value, missing);
        days[gap] = null;

        SeriesGaps.Filled(days, 7)[gap].Should().BeApproximately(known, 1e-6);
    }

    [Theory] // 300 in December, between 180 and 100, and 180 in November.
    [InlineData(35, 300)]
    [InlineData(34, 180)]
    [InlineData(23, 300)]
    [InlineData(11, 300)]
    public void Filled_AMonthOfThreeYears_IsThatMonth(int missing, double expected)
    {
        double?[] months = [.. Enumerable.Range(0, 37).Select(i => (double?)Year[i % 12])];
        months[missing] = null;

        SeriesGaps.Filled(months, 12)[missing].Should().BeApproximately(expected, 1e-6);
    }

    [Fact] // A trend of 2 a month, and the whole last quarter missing.
    public void Filled_AQuarterOfAYearThatGrows_FollowsTrendAndSeason()
    {
        double[] whole = [.. Enumerable.Range(0, 40).Select(i => Year[i % 12] + (2d * i))];
        double?[] months = [.. whole.Select((value, i) => i is 33 or 34 or 35 ? null : (double?)value)];

        ShouldBe(SeriesGaps.Filled(months, 12), whole);
    }

    [Fact] // Closed at weekends, and growing: Saturdays stay 0, and a Monday's neighbours are Friday and Tuesday.
    public void Filled_ClosedDays_AreZeroAndNoNeighbours()
    {
        double[] whole = [.. Enumerable.Range(0, 70).Select(i => i % 7 < 5 ? 100d + i : 0d)];
        double?[] days = [.. whole.Select((value, i) => i is 40 or 61 or 63 ? null : (double?)value)];

        ShouldBe(SeriesGaps.Filled(days, 7), whole);
        double?[] empty = [.. Enumerable.Range(0, 28).Select(i => i == 9 ? null : (double?)0)];
        SeriesGaps.Filled(empty, 7).Should().OnlyContain(value => value == 0d);
    }

    [Fact] // No Sunday is known: it lies between Saturday and Monday.
    public void Filled_APlaceThatIsNeverKnown_IsOnTheLineBetweenItsNeighbours()
    {
        double?[] days = [.. Enumerable.Range(0, 28).Select(i => i % 7 == 6 ? null : (double?)(10 * (1 + (i % 7))))];

        SeriesGaps.Filled(days, 7)[13].Should().Be(35);
        SeriesGaps.Filled(days, 7).Where((_, i) => i % 7 < 6).Should().Equal(days.OfType<double>());
    }

    [Fact] // Ten of two weeks' days are few: fewer than one and a half weeks, 10, would be too few.
    public void Filled_HalfOfTwoSeasons_IsOnStraightLines()
    {
        double?[] days = [1, null, 9, null, 5, null, 7, null, 3, null, 5, null, 7, 1];

        SeriesGaps.Filled(days, 7).Should().Equal(1, 5, 9, 7, 5, 6, 7, 5, 3, 4, 5, 6, 7, 1);
    }

    [Fact] // Two in every five days missing at random from a plain week: each is found.
    public void Filled_ManyGaps_FindsTheWeek()
    {
        var random = new Random(1);
        double[] whole = [.. Enumerable.Range(0, 364).Select(i => Year[i % 7] + (0.1 * i))];
        double?[] days = [.. whole.Select((value, i) => i is > 0 and < 363 && random.Next(5) < 2 ? null : (double?)value)];

        ShouldBe(SeriesGaps.Filled(days, 7), whole);
    }

    [Fact] // What never was negative does not become so: in a quiet time the figure of a place leads below 0.
    public void Filled_QuietTimeOfABusyPlace_IsNotNegative()
    {
        double[] busy = [100, 1, 100, 110, 120, 130, 120];
        double?[] days = [.. Enumerable.Range(0, 56).Select(i => (double?)(i < 28 ? busy[i % 7] : 1 + (i % 3)))];
        (days[36], days[43]) = (null, null);

        SeriesGaps.Filled(days, 7).Should().OnlyContain(value => value >= 0d);
    }

    private static void ShouldBe(IReadOnlyList<double> filled, params double[] expected)
    {
        filled.Should().HaveCount(expected.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            filled[i].Should().BeApproximately(expected[i], 1e-6, $"it is at place {i}");
        }
    }

    [Fact] // Weeks that wander have no year: 206 between 205 and 208 was filled with 184, as a year before.
    public void Filled_LevelThatWanders_IsOnTheLine()
    {
        var random = new RandomNumbers(39);
        var level = 200d;
        double?[] weeks = [.. Enumerable.Range(0, 104).Select(_ => (double?)(level += 3d * random.Normal()))];
        weeks[89] = null;

        SeriesGaps.Filled(weeks, 52)[89].Should().BeApproximately((weeks[88] + weeks[90])!.Value / 2d, 1e-9);
    }
}

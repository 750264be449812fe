using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.OverTime;

// A rolling window that is not over is set against as many days of an earlier one: every day sells 10, so nothing has grown.
public class RollingComparedTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly ReportingPeriod March = Calendar.Month(2026, 3);
    private static readonly PeriodComparison Before = PeriodComparison.PreviousPeriod;

    private static readonly FactTable Whole = Steady("whole", days: 484);
    private static readonly Metric Sold = Metric.Sum("sold", Whole, "value");

    public static TheoryData<Measure, int, int> Rolling => new()
    {
        // 28 days up to 31 March begin on the 4th; up to the 18th they are 15.
        { Sold.Rolling(28, Grain.Day), 19, 150 },

        // Twelve months from 1 April 2025: 365 days without the 27 from 5 to 31 March.
        { Sold.Rolling(12, Grain.Month), 5, 3380 },

        // The three weeks before 1 April begin on 11 March; up to the 18th they are 8 days.
        { Sold.Rolling(3, Grain.Week), 19, 80 },

        // The rolling 28 days of the last month to date are those of the month.
        { Sold.Rolling(28, Grain.Day).ToDate(Grain.Year), 19, 150 },
        { Kpi.Of("twice", Measure.Of("doubled", one => one * 2, Sold)).Rolling(28, Grain.Day), 19, 300 },
    };

    [Theory]
    [MemberData(nameof(Rolling))]
    public void Previous_OfARollingMeasureInAnOpenPeriod_IsOfAsManyDays(Measure rolling, int day, int sold)
    {
        var (before, twiceBefore) = (rolling.Previous(Grain.Month), rolling.Previous(Grain.Month).Shifted(-1, Grain.Month));
        var growth = Measure.Of("growth", Finance.GrowthRate, rolling, before);
        var query = Query.For(rolling, before, twiceBefore, growth).During(March).ComparedWith(Before);
        var row = Source(Whole).Query(query.AsOf(Calendar.StartOfDay(new(2026, 3, day)))).Total;

        row[rolling].Amount.Should().Be(sold);
        row[before].Amount.Should().Be(sold);
        row[twiceBefore].Amount.Should().Be(sold);
        row[growth].Should().Be(Quantity.Ratio(0m));
        row.Earlier(growth, Before).Should().Be(Quantity.Ratio(0m));
    }

    [Fact] // March is over, and its data end with the 16th: 13 days since the 4th, against the first 13 of February's 28.
    public void Growth_OfAClosedMonthWhoseDataEndEarly_IsOfAsManyDays()
    {
        var table = Steady("early", days: 440);
        var rolling = Metric.Sum("sold", table, "value").Rolling(28, Grain.Day);
        var growth = Measure.Of("growth", Finance.GrowthRate, rolling, rolling.Previous(Grain.Month));
        var query = Query.For(rolling, rolling.Previous(Grain.Month), growth).During(March).ComparedWith(Before);
        var row = Source(table).Query(query.AsOf(Calendar.StartOfDay(new(2026, 4, 10)))).Total;

        row[growth].Should().Be(Quantity.Ratio(0m));
        row[rolling].Amount.Should().Be(130m);
        row[rolling.Previous(Grain.Month)].Amount.Should().Be(280m, "a measure shifted by itself is all of the earlier period");
        row.Compared(rolling, Before).ToString().Should().Be("2026-03 to 2026-03-16 with 2026-02 to 2026-02-13");
    }

    [Fact] // A window of two tables is read from where both begin, 1 March 2025, and is like for like all the same.
    public void Previous_OfARollingSumOfTwoTables_IsOfAsManyDays()
    {
        var other = FactTable.FromSeries("other", Unit.Count(), Enumerable.Range(0, 425).Select(day =>
            new SeriesPoint(new LocalDate(2025, 3, 1).PlusDays(day), 10m)));
        var rolling = Measure.Of("both", (one, two) => one + two, Sold, Metric.Sum("two", other, "value")).Rolling(12, Grain.Month);
        var query = Query.For(rolling, rolling.Previous(Grain.Month)).During(March).AsOf(Calendar.StartOfDay(new(2026, 3, 5)));
        var row = new InMemorySource(Calendar, Whole, other).Query(query).Total;

        row[rolling].Amount.Should().Be(6760m);
        row[rolling.Previous(Grain.Month)].Amount.Should().Be(6760m);
    }

    [Fact] // Up to 18 March are 15 of its 28 days; February's 28 days begin with its first. A sum is read up to the same date.
    public void Compared_OfARollingMeasure_NamesTheLastDayThatWasRead()
    {
        var rolling = Sold.Rolling(28, Grain.Day);
        var growth = Measure.Of("growth", Finance.GrowthRate, rolling, rolling.Previous(Grain.Month));
        var scaled = Measure.Of("scaled", (one, rate) => one * rate, rolling, Measure.Constant("rate", Quantity.Ratio(2m)));
        var year = Sold.Rolling(12, Grain.Month);
        var row = Source(Whole).Query(Query.For(rolling, growth, scaled, Sold).During(March).ComparedWith(Before)
            .AsOf(Calendar.StartOfDay(new(2026, 3, 19)))).Total;

        foreach (var measure in (Measure[])[rolling, growth, scaled])
        {
            row.Compared(measure, Before).ToString().Should().Be("2026-03 to 2026-03-18 with 2026-02 to 2026-02-15");
        }

        row.Compared(Sold, Before).ToString().Should().Be("2026-03 to 2026-03-18 with 2026-02 to 2026-02-18");

        // 1 March 2025 to 30 January 2026 are 336 days, as 1 April to 2 March are.
        Source(Whole).Query(Query.For(year).During(March).ComparedWith(Before).AsOf(Calendar.StartOfDay(new(2026, 3, 3)))).Total
            .Compared(year, Before).ToString().Should().Be("2026-03 to 2026-03-02 with 2026-02 to 2026-01-30");
    }

    private static InMemorySource Source(FactTable table) => new(Calendar, table);

    private static FactTable Steady(string name, int days) => FactTable.FromSeries(
        name, Unit.Count(), Enumerable.Range(0, days).Select(day => new SeriesPoint(new LocalDate(2025, 1, 1).PlusDays(day), 10m)));
}

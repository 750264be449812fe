using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

/// <summary>Members of groupings that have a row without facts, as periods have.</summary>
public sealed class ClosedMembersTests
{
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    // 5 and 12 January 2026 are Mondays, 17 January a Saturday.
    private static readonly FactTable Calls = FactTable.From("calls", new[] { (5, "phone", 4m), (12, "chat", 12m), (17, "phone", 31m) })
        .At(call => new LocalDate(2026, 1, call.Item1))
        .Dimension("source", call => call.Item2)
        .Value("minutes", call => call.Item3, Unit.Duration(DurationUnit.Minute))
        .Covering(new(2026, 1, 1), new(2026, 2, 1))
        .Build();

    private static readonly Metric Count = Metric.Count("count", Calls);
    private static readonly Metric Mean = Metric.Average("mean", Calls, "minutes");
    private static readonly InMemorySource Source = new(Copenhagen, Calls);

    [Fact]
    public void Weekday_WithoutFacts_IsZero_AndItsMeanIsUnknown()
    {
        var table = Source.Query(Query.For(Count, Mean, Count.AverageOver(Grain.Day)).By(TimeGrouping.Weekday));

        Lines(table, Count).Should().Equal(
            "Monday 2", "Tuesday 0", "Wednesday 0", "Thursday 0", "Friday 0", "Saturday 1", "Sunday 0");
        table["Tuesday", Mean].Reason.Should().Be(UndefinedReason.NoData);
        table["Tuesday", Count.AverageOver(Grain.Day)].Amount.Should().Be(0m);
        table.Total[Count].Amount.Should().Be(3m);
        Lines(Source.Query(Query.For(Count).By(TimeGrouping.Weekday).HavingFacts()), Count).Should().Equal("Monday 2", "Saturday 1");
    }

    [Fact] // Each source has all days, and each day all sources that have facts anywhere.
    public void Weekday_BesideADimension_IsThereForEachOfItsMembers()
    {
        var table = Source.Query(Query.For(Count).By("source").By(TimeGrouping.Weekday).WithSubtotals());

        table.Should().HaveCount(14);
        table.Count(row => row["source"] == "chat" && row[Count].Amount == 0m).Should().Be(6);
        table.Sum(row => row[Count].Amount).Should().Be(3m);
        table.MemberTotal("chat")[Count].Amount.Should().Be(1m);
    }

    [Fact]
    public void TwoGroupings_HaveARowForEachPair()
    {
        var table = Source.Query(Query.For(Count).By(TimeGrouping.MonthOfYear).By(TimeGrouping.Weekday));

        table.Should().HaveCount(7).And.OnlyContain(row => row["month-of-year"] == "1");
    }

    [Fact] // Wednesday and Thursday; a weekday outside the range is none of it.
    public void Weekday_OutsideOfTheRange_HasNoRow()
    {
        var query = Query.For(Count).By(TimeGrouping.Weekday);

        Lines(Source.Query(query.Between(new(2026, 1, 7), new(2026, 1, 9))), Count).Should().Equal("Wednesday 0", "Thursday 0");
        Lines(Source.Query(query.During(Copenhagen.Week(2026, 2)).AsOf(Copenhagen.At(new(2026, 1, 6, 12, 0)))), Count)
            .Should().Equal("Monday 1", "Tuesday 0");
        Source.Query(query.Between(new(2026, 3, 1), new(2026, 3, 9))).Should().BeEmpty("the table does not cover March");
    }

    [Fact]
    public void Weekday_InAGapOrBeforeTheFacts_HasNoRow()
    {
        DateInterval[] gap = [new(new LocalDate(2026, 1, 6), new LocalDate(2026, 1, 7))];
        var gaps = FactTable.From("gaps", new[] { 5, 9 }).At(day => new LocalDate(2026, 1, day))
            .Covering(new(2026, 1, 5), new(2026, 1, 10), except: gap).Build();
        var plain = FactTable.From("plain", new[] { 6, 8 }).At(day => new LocalDate(2026, 1, day)).Build();

        Lines(Of(gaps), Metric.Count("count", gaps)).Should().Equal("Monday 1", "Thursday 0", "Friday 1");
        Lines(Of(plain), Metric.Count("count", plain)).Should().Equal("Tuesday 1", "Wednesday 0", "Thursday 1");

        static MetricTable Of(FactTable table) => new InMemorySource(Copenhagen, table)
            .Query(Query.For(Metric.Count("count", table)).During(Copenhagen.Month(2026, 1)).By(TimeGrouping.Weekday));
    }

    [Fact]
    public void Weekday_ThatTheFilterLeavesOut_HasNoRow()
    {
        var weekend = TimeGrouping.Weekday.Is(Copenhagen, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday);

        Lines(Source.Query(Query.For(Count).By(TimeGrouping.Weekday).Where(weekend)), Count).Should().Equal("Saturday 1", "Sunday 0");
        Lines(Source.Query(Query.For(Count).By(TimeGrouping.Weekday.As("day")).Where(weekend & Filter.Equal("source", "chat"))), Count)
            .Should().Equal("Saturday 0", "Sunday 0");

        // A filter of the metric is none of the query's.
        Source.Query(Query.For(Count.Where(weekend)).By(TimeGrouping.Weekday)).Should().HaveCount(7);
    }

    [Fact]
    public void EmptyTable_ThatCoversTheTime_HasAllDays()
    {
        var empty = FactTable.From("empty", Array.Empty<int>()).At(day => new LocalDate(2026, 1, day))
            .Covering(new(2026, 1, 5), new(2026, 1, 7)).Build();
        var count = Metric.Count("count", empty);

        Lines(new InMemorySource(Copenhagen, empty).Query(Query.For(count).By(TimeGrouping.Weekday)), count)
            .Should().Equal("Monday 0", "Tuesday 0");
    }

    [Fact] // 02:00 to 03:00 does not exist on 29 March 2026; a day of 23 hours has 23 rows.
    public void HourOfDay_ThatIsSkipped_HasNoRow()
    {
        var events = FactTable.From("events", new[] { Copenhagen.At(new(2026, 3, 29, 9, 0)) }).At(time => time).Build();
        var count = Metric.Count("count", events);
        var table = new InMemorySource(Copenhagen, events).Query(Query.For(count).By(TimeGrouping.HourOfDay));

        table.Select(row => row.Member(TimeGrouping.HourOfDay)).Should().Equal(Enumerable.Range(0, 24).Where(hour => hour != 2));
        table.Where(row => row[count].Amount != 0m).Select(row => row["hour-of-day"]).Should().Equal("9");
    }

    [Fact]
    public void DayOfMonth_OfFebruary_EndsWithThe28th()
    {
        var table = FactTable.From("t", new[] { new LocalDate(2026, 2, 14) }).At(day => day)
            .Covering(new(2026, 1, 1), new(2027, 1, 1)).Build();
        var count = Metric.Count("count", table);
        var source = new InMemorySource(Copenhagen, table);

        source.Query(Query.For(count).During(Copenhagen.Month(2026, 2)).By(TimeGrouping.DayOfMonth)).Should().HaveCount(28);
        source.Query(Query.For(count).During(Copenhagen.Quarter(2026, 2)).By(TimeGrouping.MonthOfYear))
            .Select(row => row["month-of-year"]).Should().Equal("4", "5", "6");
    }

    [Fact] // Between 4 and 31 minutes; below 0 and from 60 there is nothing.
    public void Bands_BetweenOthers_HaveARow()
    {
        var bands = Bands.Of("minutes", 0, 5, 10, 15, 20, 60);

        Lines(Source.Query(Query.For(Count).By(bands)), Count).Should().Equal("0..<5 1", "5..<10 0", "10..<15 1", "15..<20 0", "20..<60 1");
        Source.Query(Query.For(Count).By(bands).Where(Filter.Equal("source", "none"))).Should().BeEmpty();
    }

    [Fact] // Of those without facts the first by name.
    public void Top_RanksMembersWithFactsFirst()
    {
        var top = Source.Query(Query.For(Count).By(TimeGrouping.Weekday).Top(3, "weekday", by: Count));

        Lines(top, Count).Should().Equal("Monday 2", "Friday 0", "Saturday 1");
        var most = Source.Query(Query.For(Count).By(TimeGrouping.Weekday).Top(1, "weekday", by: Count));
        Lines(most, Count).Should().Equal("Monday 2", "other 1");
    }

    private static IEnumerable<string> Lines(MetricTable table, Measure measure) =>
        table.Select(row => $"{row.Members[0]} {row[measure].AmountOrNull?.ToString(CultureInfo.InvariantCulture)}");
}

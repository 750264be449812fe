using System.Globalization;
using GoalMetrics;
using NodaTime;

namespace DocsTests;

/// <summary>The guide to groupings and shares: the regions are its snippets.</summary>
public sealed class Groupings
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Fact]
    public void Groupings_OfCalls_GiveWhatTheirCommentsSay()
    {
        var calendar = Calendar;
        #region groupings-weekdays
        var calls = FactTable.From("calls", new[]
            {
                (At: Instant.FromUtc(2026, 1, 5, 8, 10), Source: "phone", Minutes: 4m),       // Mondays
                (At: Instant.FromUtc(2026, 1, 12, 8, 50), Source: "chat", Minutes: 12m),
                (At: Instant.FromUtc(2026, 1, 12, 14, 0), Source: "phone", Minutes: 6.5m),
                (At: Instant.FromUtc(2026, 1, 17, 9, 0), Source: "phone", Minutes: 31m),      // a Saturday
            })
            .At(call => call.At)
            .Dimension("source", call => call.Source)
            .Value("minutes", call => call.Minutes, Unit.Duration(DurationUnit.Minute))
            .Covering(new(2026, 1, 1), new(2026, 2, 1))
            .Build();
        var count = Metric.Count("calls", calls);
        var perDay = count.AverageOver(Grain.Day);
        var source = new InMemorySource(calendar, calls);
        var danish = CultureInfo.GetCultureInfo("da-DK");

        var week = source.Query(Query.For(count, perDay).By(TimeGrouping.Weekday));
        foreach (var row in week)
        {
            IsoDayOfWeek day = row.Member(TimeGrouping.Weekday);
            Console.WriteLine($"{day}, {row.ToText(TimeGrouping.Weekday, danish)}: {row[count]}, {row[perDay]} a day");
            // Monday, mandag: 3, 0.75 a day
            // Tuesday, tirsdag: 0, 0 a day
            // … Saturday, lørdag: 1, 0.2 a day
        }

        var weekend = TimeGrouping.Weekday.Is(calendar, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday);
        var onWeekends = count.Where(weekend).As("on-weekends");
        var hours = source.Query(Query.For(count, onWeekends).By(Grain.Month).By(TimeGrouping.HourOfDay));
        Console.WriteLine(hours[calendar.Month(2026, 1), "9", count]);                                // 2
        #endregion

        week.Select(row => $"{row.Member(TimeGrouping.Weekday)}, {row.ToText(TimeGrouping.Weekday, danish)}: {row[count]}, {row[perDay]}")
            .Should().Equal(
                "Monday, mandag: 3, 0.75", "Tuesday, tirsdag: 0, 0", "Wednesday, onsdag: 0, 0", "Thursday, torsdag: 0, 0",
                "Friday, fredag: 0, 0", "Saturday, lørdag: 1, 0.2", "Sunday, søndag: 0, 0");
        hours[calendar.Month(2026, 1), "9", count].ToString().Should().Be("2");

        #region groupings-bands
        var lengths = Bands.Of("minutes", 5, 10, 30);
        var byLength = source.Query(Query.For(count).By(lengths));
        foreach (var row in byLength)
        {
            Console.WriteLine($"{row["minutes"]}, {row.ToText(lengths, danish)}: {row[count]}");
            // <5, < 5: 1
            // 5..<10, 5 – < 10: 1
            // 10..<30, 10 – < 30: 1
            // >=30, ≥ 30: 1
        }
        #endregion

        byLength.Select(row => $"{row["minutes"]}, {row.ToText(lengths, danish)}: {row[count]}").Should().Equal(
            "<5, < 5: 1", "5..<10, 5 – < 10: 1", "10..<30, 10 – < 30: 1", ">=30, ≥ 30: 1");

        #region groupings-titled
        var named = lengths.Titled(new("short", "kort"), new("usual", "normal"), new("long", "lang"), new("very long", "meget lang"));
        Console.WriteLine(byLength[0].ToText(named, danish));                                          // kort
        #endregion

        byLength.Select(row => row.ToText(named, danish)).Should().Equal("kort", "normal", "lang", "meget lang");

        #region groupings-shares
        var share = count.ShareOf("source");
        var ofWeekdays = count.ShareOf(TimeGrouping.Weekday);
        var shares = source.Query(Query.For(share).By(Grain.Month).By("source"));
        Console.WriteLine(shares[calendar.Month(2026, 1), "phone", share]);                            // 75 %
        Console.WriteLine(source.Query(Query.For(ofWeekdays).By(TimeGrouping.Weekday))["Monday", ofWeekdays]);   // 75 %
        #endregion

        shares[calendar.Month(2026, 1), "phone", share].ToString().Should().Be("75 %");
        source.Query(Query.For(ofWeekdays).By(TimeGrouping.Weekday))["Monday", ofWeekdays].ToString().Should().Be("75 %");
    }

    [Fact]
    public void WeightedAverage_OfTwoClasses_GivesWhatItsCommentsSay()
    {
        var calendar = Calendar;
        #region groupings-weighted
        var exams = FactTable.From("exams", new[]
            {
                (Day: new LocalDate(2026, 1, 9), School: "north", Grade: 80m, Pupils: 20),
                (Day: new LocalDate(2026, 1, 16), School: "south", Grade: 90m, Pupils: 30),
            })
            .At(exam => exam.Day)
            .Dimension("school", exam => exam.School)
            .Value("grade", exam => exam.Grade, Unit.Score(0, 100))
            .Value("pupils", exam => exam.Pupils, Unit.Count("pupil"))
            .Build();
        var grade = Metric.WeightedAverage("grade", exams, column: "grade", weight: "pupils");
        var grades = new InMemorySource(calendar, exams).Query(Query.For(grade).By("school"));
        Console.WriteLine($"{grades["north", grade]}, {grades["south", grade]}, all {grades.Total[grade]}");   // 80, 90, all 86
        #endregion

        $"{grades["north", grade]}, {grades["south", grade]}, all {grades.Total[grade]}".Should().Be("80, 90, all 86");
    }

    [Fact]
    public void Balances_ByWeekday_GiveWhatTheirCommentsSay()
    {
        var calendar = Calendar;
        #region groupings-balances
        var stock = FactTable.From("stock", new[] { (Day: 1, Items: 80m), (Day: 10, Items: 20m) })     // recorded when it changes
            .At(row => new LocalDate(2026, 1, row.Day))
            .Balance("items", row => row.Items, Unit.Count("item"))
            .Covering(new(2026, 1, 1), new(2026, 2, 1))
            .Build();
        var items = Metric.Balance("items", stock, "items");
        var (mean, last) = (items.AverageOver(Grain.Day), items.AtLast(Grain.Day));
        var mondays = TimeGrouping.Weekday.Is(calendar, IsoDayOfWeek.Monday);
        var onMondays = new InMemorySource(calendar, stock).Query(Query.For(mean, last).Where(mondays)).Total;
        Console.WriteLine($"{onMondays[mean]} on average, {onMondays[last]} on the last");             // 35 on average, 20 on the last
        #endregion

        $"{onMondays[mean]} on average, {onMondays[last]} on the last".Should().Be("35 on average, 20 on the last");
    }

    [Fact]
    public void Percentiles_OfBothKinds_GiveWhatTheirCommentsSay()
    {
        var calendar = Calendar;
        #region groupings-percentiles
        var waits = FactTable.From("waits", new[] { 1m, 2m, 3m, 6m, 6m, 6m, 7m, 8m, 9m })
            .AllAt(new LocalDate(2026, 1, 9))
            .Value("minutes", wait => wait, Unit.Duration(DurationUnit.Minute))
            .Build();
        var inclusive = Metric.Percentile("p25", waits, "minutes", 0.25m);                // PERCENTILE.INC: 3 minutes
        var exclusive = Metric.PercentileExclusive("p25-exc", waits, "minutes", 0.25m);   // PERCENTILE.EXC: 2.5 minutes
        var nearest = Metric.PercentileNearestRank("p25-rank", waits, "minutes", 0.25m);  // a value that occurs: 3 minutes
        var quartiles = new InMemorySource(calendar, waits).Query(Query.For(inclusive, exclusive, nearest)).Total;
        #endregion

        new[] { quartiles[inclusive].Amount, quartiles[exclusive].Amount, quartiles[nearest].Amount }.Should().Equal(3m, 2.5m, 3m);
    }

    [Fact]
    public void HavingFacts_OfTwoTables_GivesWhatItsCommentsSay()
    {
        var calendar = Calendar;
        var (site, shop) = (Counts("site", ("mail", 1, 5), ("search", 2, 8)), Counts("shop", ("phone", 1, 2), ("mail", 2, 1)));
        var (visits, orders) = (Metric.Sum("visits", site, "count"), Metric.Sum("orders", shop, "count"));
        var source = new InMemorySource(calendar, site, shop);

        #region groupings-facts
        var either = source.Query(Query.For(visits, orders).By(Grain.Month).By("source").HavingFacts(visits, orders));
        foreach (var row in either)
        {
            Console.WriteLine($"{row.Period} {row["source"]}: {row[visits]}, {row[orders]}");
            // 2026-01 mail: 5, 0
            // 2026-01 phone: 0, 2
            // 2026-02 mail: 0, 1
            // 2026-02 search: 8, 0
        }
        #endregion

        either.Select(row => $"{row.Period} {row["source"]}: {row[visits]}, {row[orders]}").Should().Equal(
            "2026-01 mail: 5, 0", "2026-01 phone: 0, 2", "2026-02 mail: 0, 1", "2026-02 search: 8, 0");
    }

    private static FactTable Counts(string name, params (string Source, int Month, int Count)[] facts) => FactTable.From(name, facts)
        .At(fact => new LocalDate(2026, fact.Month, 5))
        .Dimension("source", fact => fact.Source)
        .Value("count", fact => fact.Count, Unit.Count())
        .Covering(new(2026, 1, 1), new(2026, 3, 1))
        .Build();
}

using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

// Rows that were not meant are refused with their number before they are made.
public class RowLimitTests
{
    private static readonly LocalDate[] Days = [new(26, 9, 14), new(2026, 9, 14)];
    private static readonly FactTable Typo = FactTable.From("t", Days).At(day => day).Build();
    private static readonly Metric Orders = Metric.Count("orders", Typo);

    [Fact] // From the year 26 to 2026, and 2,000 Gregorian years have 730,485 days; one more for the last.
    public void By_RangeOfTheFactsWithAWrongDate_IsRefusedWithTheNumber()
    {
        Refused(Query.For(Orders).By(Grain.Day)).Should().Be(
            "The query would have 730,486 rows, one for each Day from 0026-09-14 to 2026-09-15; expected at most 100,000. The range is that"
            + " of the facts, of which one may have a wrong date: state it with Between(start, end) or During(period).");
        Refused(Query.For(Orders).By(Grain.Week)).Should().StartWith("The query would have 104,355 rows, one for each Week from ");
    }

    [Fact]
    public void By_HoursFromAWrongDate_IsRefusedWithTheNumber()
    {
        var events = FactTable.From("e", Days).At(day => day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()).Build();
        var query = Query.For(Metric.Count("events", events)).By(Grain.Hour);
        Messages.Of<InvalidOperationException>(() => new InMemorySource(ReportingCalendar.Utc, events).Query(query))
            .Should().StartWith("The query would have 17,531,664 rows, one for each Hour from 0026-09-14 to 2026-09-15;");
    }

    [Fact]
    public void By_LongerGrainOrStatedRange_IsAnswered()
    {
        Ask(Query.For(Orders).By(Grain.Month)).Count.Should().Be(24_001);
        Ask(Query.For(Orders).By(Grain.Day).Between(new(2026, 1, 1), new(2027, 1, 1))).Count.Should().Be(365);
        Ask(Query.For(Orders).Between(new(1, 1, 2), new(2027, 1, 1))).Total[Orders].Amount.Should().Be(2);
    }

    [Fact] // 9,000 years of days.
    public void By_StatedRangeOfTooManyRows_IsRefused() =>
        Refused(Query.For(Orders).By(Grain.Day).Between(new(500, 1, 1), new(9500, 1, 1))).Should().StartWith(
            "The query would have 3,287,182 rows, one for each Day from 0500-01-01 to 9500-01-01; expected at most 1,000,000. Shorten the"
            + " range, or ask by a longer grain.");

    private static MetricTable Ask(Query query) => new InMemorySource(ReportingCalendar.Utc, Typo).Query(query);

    private static string Refused(Query query) => Messages.Of<InvalidOperationException>(() => Ask(query));
}

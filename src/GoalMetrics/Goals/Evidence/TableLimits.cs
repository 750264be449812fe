using System.Globalization;
using NodaTime;

namespace GoalMetrics;

// Where tables begin and end that do not cover a period, in words.
internal static class TableLimits
{
    private static readonly LocalizedText Begins = new(
        "the data of table '{table}' begin with {day}",
        "data i tabellen '{table}' begynder {day}");

    private static readonly LocalizedText Ends = new(
        "the data of table '{table}' end with {day}",
        "data i tabellen '{table}' slutter med {day}");

    private static readonly LocalizedText NotOver = new(
        "no period that table '{table}' has a total of is over",
        "ingen af de perioder, som tabellen '{table}' har totaler for, er slut");

    private static readonly LocalizedText Lacks = new(
        "table '{table}' lacks days",
        "tabellen '{table}' mangler dage");

    private static readonly LocalizedText Both = new("{first}; {second}", "{first}; {second}");

    // A rolling sum needs days before the period.
    public static LocalizedText LooksBack { get; } = new(
        "the measure looks back on days without data", "der mangler data for dage, som der ses tilbage på");

    public static LocalizedText Of(IEnumerable<TableDescription> tables, Instant start, Instant end, ReportingCalendar calendar)
    {
        var limits = tables.SelectMany(table => Of(table, start, end, calendar)).ToList();
        return limits.Count == 0 ? LooksBack : limits.Aggregate(Joined);
    }

    private static IEnumerable<LocalizedText> Of(TableDescription table, Instant start, Instant end, ReportingCalendar calendar)
    {
        if (table.Coverage is not { } coverage)
        {
            yield break;
        }

        if (coverage.Start > start)
        {
            yield return On(Begins, table, table.FirstDay(calendar));
        }

        var known = table.Schema.FactGrain is null ? coverage.End : table.KnownUntil(end, calendar);
        if (known <= coverage.Start && table.Schema.FactGrain is not null)
        {
            yield return On(NotOver, table, calendar.DateHolding(coverage.Start));
        }
        else if (known < end)
        {
            yield return On(Ends, table, table.LastDay(known, calendar));
        }

        if (table.HasGapIn(new(start, end)))
        {
            yield return On(Lacks, table, calendar.DateHolding(start));
        }
    }

    private static LocalizedText Joined(LocalizedText first, LocalizedText second) =>
        Both.Filled("{first}", first).Filled("{second}", second);

    private static LocalizedText On(LocalizedText text, TableDescription table, LocalDate day) =>
        text.Filled("{table}", table.Schema.Name).Filled("{day}", day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
}

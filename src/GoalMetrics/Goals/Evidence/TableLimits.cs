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

    private static readonly LocalizedText LacksDay = new(
        "table '{table}' has no data on {day}",
        "tabellen '{table}' har ingen data den {day}");

    private static readonly LocalizedText LacksDays = new(
        "table '{table}' has no data from {day} to {last}",
        "tabellen '{table}' har ingen data fra {day} til {last}");

    private static readonly LocalizedText LooksBackOn = new(
        "the measure looks back on days without data ({limits})",
        "der mangler data for dage, som der ses tilbage på ({limits})");

    private static readonly LocalizedText Both = new("{first}; {second}", "{first}; {second}");

    // A rolling sum needs days before the period.
    public static LocalizedText LooksBack { get; } = new(
        "the measure looks back on days without data", "der mangler data for dage, som der ses tilbage på");

    // Instead of a period, what to load.
    public static LocalizedText DaysLookedBackOn { get; } = new("the days that it looks back on", "de dage, der ses tilbage på");

    // Which tables begin, end or lack days where a measure looks back; null where they do not, as one without facts.
    public static LocalizedText? LookedBackOn(LackingData lacking, ReportingCalendar calendar)
    {
        var limits = lacking.Times.SelectMany(lack => Of(lack.Table, lack.Time.Start, lack.Time.End, calendar))
            .DistinctBy(limit => limit.English).ToList();
        if (limits.Count == 0)
        {
            return null;
        }

        return limits.Aggregate(Joined);
    }

    // It as the reason for which a measure has no value.
    public static LocalizedText Because(LocalizedText lookedBackOn) => LooksBackOn.Filled("{limits}", lookedBackOn);

    public static LocalizedText Of(IEnumerable<TableDescription> tables, Instant start, Instant end, ReportingCalendar calendar)
    {
        var limits = tables.SelectMany(table => Of(table, start, end, calendar)).ToList();
        if (limits.Count == 0)
        {
            return LooksBack;
        }

        return limits.Aggregate(Joined);
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
        else if (known < calendar.StartOf(calendar.DateHolding(end)))
        {
            yield return On(Ends, table, table.LastDay(known, calendar));
        }

        foreach (var gap in table.Gaps.Where(gap => gap.Start < end && start < gap.End))
        {
            var (first, last) = (calendar.DateHolding(gap.Start), calendar.DateHolding(gap.End - Duration.Epsilon));
            yield return On(first == last ? LacksDay : LacksDays, table, first).Filled("{last}", Shown(last));
        }
    }

    private static LocalizedText Joined(LocalizedText first, LocalizedText second) =>
        Both.Filled("{first}", first).Filled("{second}", second);

    private static LocalizedText On(LocalizedText text, TableDescription table, LocalDate day) =>
        text.Filled("{table}", table.Schema.Name).Filled("{day}", Shown(day));

    private static string Shown(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}

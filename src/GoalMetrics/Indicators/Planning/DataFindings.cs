using NodaTime;

namespace GoalMetrics;

// What is known about the tables that a question is about, and matters to all its answers.
internal static class DataFindings
{
    private static readonly FindingKind RefusedRows = new(
        "DATA-REFUSED-ROWS",
        FindingSeverity.Warning,
        new("Table '{table}' lacks the rows that were refused when it was loaded: {count}.",
            "Tabellen '{table}' mangler de rækker, som blev afvist under indlæsningen: {count}."),
        new("Mend the rows that RefusedRows lists, and load them again.",
            "Ret de rækker, som RefusedRows opregner, og indlæs dem igen."));

    private static readonly FindingKind DataEnd = new(
        "DATA-END",
        FindingSeverity.Warning,
        new("The data of table '{table}' end at {end}; nothing after that is counted or compared.",
            "Data i tabellen '{table}' slutter {end}; intet derefter er talt med eller sammenlignet."),
        new("Load the missing days, or declare what the table covers with Covering.",
            "Indlæs de manglende dage, eller angiv hvad tabellen dækker med Covering."));

    private static readonly FindingKind DataBegin = new(
        "DATA-BEGIN",
        FindingSeverity.Info,
        new("The data of table '{table}' begin at {begin}; nothing before that is counted or compared.",
            "Data i tabellen '{table}' begynder {begin}; intet derfør er talt med eller sammenlignet."),
        new("Load earlier facts, or declare what the table covers with Covering.",
            "Indlæs tidligere fakta, eller angiv hvad tabellen dækker med Covering."));

    // Where the data end before the time that was asked about does. A feed that is some hours late is nothing to mention; a day that is
    // missing is.
    public static Finding? EndOf(TableDescription table, Instant wanted, ReportingCalendar calendar)
    {
        var end = table.KnownUntil(wanted, calendar);
        var isEarly = table.Coverage is { } coverage && coverage.End == end && end < calendar.StartOf(calendar.DateHolding(wanted));
        return isEarly ? DataEnd.At(PathOf(table), [new("table", table.Schema.Name), new("end", calendar.DateHolding(end))]) : null;
    }

    // Where the data begin after the time that was asked about does.
    public static Finding? BeginOf(TableDescription table, Instant wanted, ReportingCalendar calendar)
    {
        if (table.Coverage is not { } coverage || coverage.Start <= wanted)
        {
            return null;
        }

        return DataBegin.At(PathOf(table), [new("table", table.Schema.Name), new("begin", calendar.DateHolding(coverage.Start))]);
    }

    public static IEnumerable<Finding> Of(IEnumerable<TableDescription> tables) => tables
        .Where(table => table.RefusedRows > 0)
        .Select(table => RefusedRows.At(
            PathOf(table), [new("table", table.Schema.Name), new("count", table.RefusedRows)]));

    private static string PathOf(TableDescription table) => $"tables/{table.Schema.Name}";
}

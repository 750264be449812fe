using NodaTime;

namespace EngineTests.DuckDb;

// How many conversions each base event is credited with, and how long the first took: both kinds of events in one line of time, where each
// conversion looks back to the latest base event of the same entity whose window has opened.
internal static class SqlConversions
{
    // The relation of the base table's facts, with the columns base, closed, credits and ticks of each conversion.
    public static string Facts(
        DuckDbTable table, IReadOnlyList<(EventConversion Match, DuckDbTable Table, Interval? Coverage)> conversions,
        Instant asOf, ReportingCalendar calendar, SqlParameters parameters)
    {
        List<string> columns = ["f.*"], joins = [$"{table.Relation} f"];
        for (var number = 0; number < conversions.Count; number++)
        {
            var (match, conversionTable, coverage) = conversions[number];
            var isBase = new SqlFilter(table, parameters).Of(match.BaseFilter);

            // Nothing is known of conversions after those of their table are complete.
            var closedUntil = coverage is { } known ? Sql.Microseconds(Instant.Min(asOf, known.End)) : long.MinValue;
            columns.Add(FormattableString.Invariant(
                $"{isBase} AS base{number}, {End(table, match, calendar)} <= {closedUntil} AS closed{number}"));
            columns.Add($"coalesce(c{number}.credits, 0) AS credits{number}");
            columns.Add($"c{number}.ticks AS ticks{number}");
            joins.Add($"({Credits(table, match, conversionTable, asOf, calendar, parameters)}) c{number} ON c{number}.fact = f.seq");
        }

        return $"SELECT {string.Join(", ", columns)} FROM {string.Join(" LEFT JOIN ", joins)}";
    }

    private static string Credits(
        DuckDbTable table, EventConversion match, DuckDbTable conversions, Instant asOf, ReportingCalendar calendar,
        SqlParameters parameters)
    {
        var isSameTable = table.Schema.Name == conversions.Schema.Name;
        var areDates = table.Schema.Time == FactTime.Date && conversions.Schema.Time == FactTime.Date;
        var opening = Later(table, match.From, calendar);
        var bases = Events(table, "false", opening, End(table, match, calendar), match.BaseFilter, match.ConversionFilter);
        var later = Events(conversions, "true", conversions.Moment(calendar), "NULL", match.ConversionFilter, match.BaseFilter);

        // Of one moment, a conversion takes the last base event. One that is both looks back, and beyond itself only to those that are not.
        var keys = string.Join(", ", Keys(match));
        return $"SELECT coalesce(here, fact) AS fact, count(*) AS credits, min(happened - since) * 10 AS ticks"
            + " FROM (SELECT converts, moment, happened,"
            + " CASE WHEN NOT is_both THEN max(CASE WHEN NOT converts THEN seq END) OVER instant"
            + " WHEN max(CASE WHEN NOT converts AND NOT is_both THEN seq END) OVER instant > seq"
            + " THEN max(CASE WHEN NOT converts AND NOT is_both THEN seq END) OVER instant END AS here,"
            + " last_value(CASE WHEN NOT converts THEN seq END IGNORE NULLS) OVER line AS fact,"
            + " CASE WHEN here IS NULL THEN last_value(CASE WHEN NOT converts THEN happened END IGNORE NULLS) OVER line"
            + " ELSE max(CASE WHEN NOT converts THEN happened END) OVER instant END AS since,"
            + " last_value(CASE WHEN NOT converts THEN ends END IGNORE NULLS) OVER line AS ends"
            + $" FROM ({bases} UNION ALL {later}) WINDOW instant AS (PARTITION BY {keys}, moment),"
            + $" line AS (PARTITION BY {keys} ORDER BY moment, seq, converts DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))"
            + " WHERE converts AND (here IS NOT NULL OR moment < ends) GROUP BY ALL";

        string Events(DuckDbTable of, string converts, string moment, string ends, Filter? filter, Filter? other)
        {
            var both = isSameTable && match.From == Duration.Zero ? new SqlFilter(of, parameters).Of(other) : "false";
            var keys = match.Matching.Prepend(match.Entity).Select((name, i) => $"{of.Dimension(name)} AS k{i}");
            var passes = new SqlFilter(of, parameters).Of(filter);

            // From date to date, days are counted, and the clocks do not matter.
            var happened = areDates ? "epoch_us(t::TIMESTAMP)" : of.Moment(calendar);
            return $"SELECT {converts} AS converts, {both} AS is_both, {moment} AS moment, {happened} AS happened, seq, {ends} AS ends,"
                + $" {string.Join(", ", keys)} FROM {of.Relation}"
                + FormattableString.Invariant($" WHERE {passes} AND {of.Moment(calendar)} < {Sql.MicrosecondsAtOrAfter(asOf)}")
                + $" AND {of.Dimension(match.Entity)} IS NOT NULL";
        }
    }

    private static IEnumerable<string> Keys(EventConversion match) => match.Matching.Prepend(match.Entity).Select((_, i) => $"k{i}");

    private static string End(DuckDbTable table, EventConversion match, ReportingCalendar calendar) => Later(table, match.Window, calendar);

    // A date's window starts and ends where a day starts.
    private static string Later(DuckDbTable table, Duration length, ReportingCalendar calendar) => table.Schema.Time == FactTime.Date
        ? table.Moment(calendar, (int)length.TotalDays)
        : FormattableString.Invariant($"{table.Moment(calendar)} + {Sql.MicrosecondsAtOrAfter(NodaConstants.UnixEpoch + length)}");
}

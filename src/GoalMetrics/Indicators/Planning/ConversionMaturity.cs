using NodaTime;

namespace GoalMetrics;

// Up to where the windows of conversions have closed. What is counted of later base events is not complete: it can neither be compared
// with what is, nor be judged.
internal static class ConversionMaturity
{
    // Instant.MaxValue where no metric counts conversions. A formula that looks at the immature events, as a rate does, takes care of them
    // itself.
    public static Instant Until(IReadOnlyList<Metric> metrics, SourceTables tables, Instant asOf)
    {
        var until = Instant.MaxValue;
        for (var i = 0; i < metrics.Count; i++)
        {
            var metric = metrics[i];
            if (metric.CountsWithinWindows && !IsCaredFor(metric, metrics))
            {
                until = Instant.Min(until, UntilOf(metric, tables, asOf));
            }
        }

        return until;
    }

    private static bool IsCaredFor(Metric metric, IReadOnlyList<Metric> metrics)
    {
        var match = metric.Conversion!;
        return !match.IncludesImmature && metrics.Any(other => other.CountsImmature && match.Equals(other.Conversion));
    }

    // A base event on that day or at that time is the first whose window is still open, or whose conversions are not all known.
    private static Instant UntilOf(Metric metric, SourceTables tables, Instant asOf)
    {
        var match = metric.Conversion!;
        var calendar = tables.Calendar;
        var table = tables.Of(match.Table);
        if (table.Coverage is not { } coverage)
        {
            return Instant.MinValue;
        }

        // An engine knows nothing of days off after the last fact.
        var known = Instant.Min(asOf, calendar.StartOf(table.LastDay(coverage.End, calendar).PlusDays(1)));
        if (known < calendar.StartOf(ReportingCalendar.MinDate) + match.Window)
        {
            return Instant.MinValue;
        }

        if (metric.Table.Time == FactTime.Date)
        {
            return calendar.StartOf(calendar.DateHolding(known).PlusDays(1 - (int)match.Window.TotalDays));
        }

        return known - match.Window;
    }
}

using NodaTime;

namespace GoalMetrics;

// What all readings of one question share: the moment it is seen from, the first date of the data, how open periods are compared, and the
// tables.
internal sealed record ReadingTerms(Instant AsOf, LocalDate Beginning, bool ComparesWhole, SourceTables Tables)
{
    // Whether it is about a total over periods. Where values cannot be added, a total is undefined instead of refused.
    public bool IsOfTotal { get; init; }

    // Whether the facts are complete for everything a metric reads in a window. Conversions are read until their own windows close.
    public bool Cover(Metric metric, Interval window)
    {
        var isCovered = Tables.Of(metric.Table).Coverage is { } coverage
            && coverage.Start <= window.Start
            && window.End <= coverage.End;
        if (metric.Conversion is not { } conversion)
        {
            return isCovered;
        }

        return isCovered
            && Tables.Of(conversion.Table).Coverage is { } after
            && after.Start <= window.Start
            && Closing(metric, conversion, window) <= after.End;
    }

    // When the window of the last base event closes, as far as it can be seen.
    private Instant Closing(Metric metric, EventConversion conversion, Interval window)
    {
        var calendar = Tables.Source.Calendar;
        var end = Instant.Max(window.Start, window.End);
        if (AsOf - end <= conversion.Window)
        {
            return AsOf;
        }

        if (metric.Table.Time == FactTime.Date && end > window.Start)
        {
            return calendar.StartOf(calendar.DateHolding(end - Duration.Epsilon).PlusDays((int)conversion.Window.TotalDays));
        }

        return end + conversion.Window;
    }
}

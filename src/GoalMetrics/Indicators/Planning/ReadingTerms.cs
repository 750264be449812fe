using NodaTime;

namespace GoalMetrics;

// What all readings of one question share: the moment it is seen from, the first date of the data, how open periods are compared, and the
// tables.
internal sealed record ReadingTerms(Instant AsOf, LocalDate Beginning, bool ComparesWhole, SourceTables Tables)
{
    // Whether it is about a total over periods. Where values cannot be added, a total is undefined instead of refused.
    public bool IsOfTotal { get; init; }

    // Whether rolling windows of a period that is not over end with the day of the moment instead of with the period.
    public bool RollsToMoment { get; init; }

    // The end of the data of the measure's tables. A period is compared with as much of an earlier one as has data.
    public Instant DataEnd { get; init; } = Instant.MaxValue;

    // Where a measure has several tables, they are read only where all of them have data: from here to the end of the data.
    public Instant? SharedFrom { get; init; }

    // Where a measure has several tables, none of them is read in the gaps of another.
    public IReadOnlyList<Interval> SharedGaps { get; init; } = [];

    // Whether what is read is set against something else. Then a period that has ended is taken as far as there are data of it, too.
    public bool IsCompared { get; init; }

    // Whether what is set against each other counts conversions whose windows are open.
    public bool HasOpenWindows { get; init; }

    // Facts are read up to here.
    public Instant Until => SharedFrom is null ? AsOf : Instant.Min(AsOf, DataEnd);

    // Whether the facts are complete for everything a metric reads in a window. Conversions are read until their own windows close.
    public bool Cover(Metric metric, Interval window)
    {
        var isCovered = Tables.Of(metric.Table).Covers(window);
        if (metric.Conversion is not { } conversion)
        {
            return isCovered;
        }

        return isCovered && Tables.Of(conversion.Table).Covers(TimeOf(conversion, metric, window));
    }

    // The time in which base events of a window may be converted.
    public Interval TimeOf(EventConversion conversion, Metric metric, Interval window)
    {
        var from = Opening(metric, conversion, window);
        return new(from, Instant.Max(from, Closing(metric, conversion, window)));
    }

    // The moment. Where the data end on its day, they do; the hours that have gone since are not missed.
    private Instant SeenOf(TableDescription table, ReportingCalendar calendar)
    {
        var today = calendar.StartOf(calendar.DateHolding(AsOf));
        return Instant.Min(AsOf, Instant.Max(today, table.KnownUntil(AsOf, calendar)));
    }

    // When the window of the first base event opens, as far as it can be seen.
    private Instant Opening(Metric metric, EventConversion conversion, Interval window)
    {
        if (conversion.From == Duration.Zero || AsOf - window.Start <= conversion.From)
        {
            return window.Start;
        }

        var calendar = Tables.Calendar;
        if (metric.Table.Time == FactTime.Date)
        {
            return calendar.StartOf(calendar.DateHolding(window.Start).PlusDays((int)conversion.From.TotalDays));
        }

        return window.Start + conversion.From;
    }

    // When the window of the last base event closes, as far as it can be seen.
    private Instant Closing(Metric metric, EventConversion conversion, Interval window)
    {
        var calendar = Tables.Calendar;
        var end = Instant.Max(window.Start, window.End);
        if (AsOf - end <= conversion.Window)
        {
            return SeenOf(Tables.Of(conversion.Table), calendar);
        }

        if (metric.Table.Time == FactTime.Date && end > window.Start)
        {
            return calendar.StartOf(calendar.DateHolding(end - Duration.Epsilon).PlusDays((int)conversion.Window.TotalDays));
        }

        return end + conversion.Window;
    }
}

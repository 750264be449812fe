using NodaTime;

namespace GoalMetrics;

// The dates for which a table's facts are complete; null if they were not stated.
internal readonly record struct FactCoverage(LocalDate? Start, LocalDate? EndExclusive)
{
    public static FactCoverage Stated(string table, LocalDate start, LocalDate endExclusive)
    {
        if (endExclusive <= start)
        {
            throw new ArgumentException(
                $"Table '{table}': coverage ends after it starts; found {start:R} to {endExclusive:R}."
                + " The end is the date after the last one.",
                nameof(endExclusive));
        }

        if (start < ReportingCalendar.MinDate || endExclusive > ReportingCalendar.MaxDate.PlusDays(1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(start),
                $"Table '{table}': expected coverage within {ReportingCalendar.MinDate:R} to {ReportingCalendar.MaxDate:R};"
                + $" found {start:R} to {endExclusive:R}.");
        }

        return new(start, endExclusive);
    }

    // If it was not stated: from the day of the first fact to that of the last, or null if there are no facts.
    public Interval? In(ReportingCalendar calendar, FactTime kind, (long First, long Last)? facts)
    {
        if ((Start, EndExclusive) is ({ } start, { } end))
        {
            return new(calendar.Day(start).Start, calendar.Day(end.PlusDays(-1)).End);
        }

        return facts is var (first, last) ? new(calendar.Day(DateOf(first)).Start, calendar.Day(DateOf(last)).End) : null;

        LocalDate DateOf(long time) =>
            kind == FactTime.Date ? TimeColumn.Date(time) : calendar.DateOf(Instant.FromUnixTimeTicks(time));
    }
}

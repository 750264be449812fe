using NodaTime;

namespace GoalMetrics;

// The dates for which a table's facts are complete; null where it was not declared.
internal readonly record struct FactCoverage(LocalDate? From, LocalDate? Until)
{
    public static FactCoverage Stated(string table, LocalDate from, LocalDate until)
    {
        if (until <= from)
        {
            throw new ArgumentException($"Table '{table}': coverage ends after it starts; found {from:R} to {until:R}. The end is the date after the last one.", nameof(until));
        }

        return from >= ReportingCalendar.MinDate && until <= ReportingCalendar.MaxDate.PlusDays(1)
            ? new(from, until)
            : throw new ArgumentOutOfRangeException(
                nameof(from), $"Table '{table}': expected coverage within {ReportingCalendar.MinDate:R} to {ReportingCalendar.MaxDate:R}; found {from:R} to {until:R}.");
    }

    // Undeclared, it goes from the day of the first fact to that of the last; null where there are none either.
    public Interval? In(ReportingCalendar calendar, FactTime kind, (long First, long Last)? facts)
    {
        if ((From, Until) is ({ } from, { } until))
        {
            return new(calendar.Day(from).Start, calendar.Day(until.PlusDays(-1)).End);
        }

        return facts is var (first, last) ? new(calendar.Day(DateOf(first)).Start, calendar.Day(DateOf(last)).End) : null;

        LocalDate DateOf(long time) => kind == FactTime.Date ? TimeColumn.Date(time) : calendar.DateOf(Instant.FromUnixTimeTicks(time));
    }
}

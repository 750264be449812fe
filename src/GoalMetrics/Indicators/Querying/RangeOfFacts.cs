using NodaTime;

namespace GoalMetrics;

// How far the facts of several tables go, together.
internal static class RangeOfFacts
{
    // From the first day with data of any table to the last one; null where none has any.
    public static ReportingPeriod? Days(TableDescription[] tables, ReportingCalendar calendar)
    {
        (LocalDate First, LocalDate Last)? all = null;
        foreach (var table in tables)
        {
            if (table.Coverage is not { } coverage)
            {
                continue;
            }

            var (first, last) = (table.FirstDay(calendar), table.LastDay(coverage.End, calendar));
            all = all is var (earliest, latest) ? (LocalDate.Min(earliest, first), LocalDate.Max(latest, last)) : (first, last);
        }

        if (all is var (from, until))
        {
            return calendar.Range(from, until.PlusDays(1));
        }

        return null;
    }

    // The first day with data of any table, or that of the range if it is earlier.
    public static LocalDate Beginning(TableDescription[] tables, ReportingPeriod range)
    {
        var start = range.Start;
        if (Covered(tables) is { } covered)
        {
            start = Instant.Min(covered.Start, start);
        }

        if (start < range.Calendar.StartOfDay(ReportingCalendar.MinDate))
        {
            return ReportingCalendar.MinDate;
        }

        return range.Calendar.DateOf(start);
    }

    // From the first fact of any table to the last one; null where none has facts.
    private static Interval? Covered(TableDescription[] tables)
    {
        Interval? all = null;
        foreach (var table in tables)
        {
            if (table.Coverage is { } own)
            {
                all = all is { } before ? new(Instant.Min(before.Start, own.Start), Instant.Max(before.End, own.End)) : own;
            }
        }

        return all;
    }
}

using NodaTime;

namespace GoalMetrics;

// The dates for which a table's facts are complete; null if they were not stated.
internal readonly record struct FactCoverage(LocalDate? Start, LocalDate? EndExclusive)
{
    private readonly IReadOnlyList<DateInterval>? _except;

    public bool IsStated => Start is not null;

    // The days inside for which facts are missing, in order.
    private IReadOnlyList<DateInterval> Except
    {
        get => _except ?? [];
        init => _except = value;
    }

    public static FactCoverage Stated(string table, LocalDate start, LocalDate endExclusive, IEnumerable<DateInterval>? except = null)
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

        return new FactCoverage(start, endExclusive).Without(table, [.. (except ?? []).OrderBy(gap => gap.Start)]);
    }

    // If it was not stated: from the day of the first fact to that of the last, or null if there are no facts.
    public Interval? In(ReportingCalendar calendar, FactTime kind, (long First, long Last)? facts)
    {
        if ((Start, EndExclusive) is ({ } start, { } end))
        {
            return Days(calendar, start, end.PlusDays(-1));
        }

        if (facts is var (first, last))
        {
            return Days(calendar, DateOf(first), DateOf(last));
        }

        return null;

        LocalDate DateOf(long time)
        {
            if (kind == FactTime.Date)
            {
                return TimeColumn.Date(time);
            }

            return calendar.DateOf(Instant.FromUnixTimeTicks(time));
        }
    }

    // A day that the zone skipped is no gap.
    public IReadOnlyList<Interval> GapsIn(ReportingCalendar calendar)
    {
        if (_except is null)
        {
            return [];
        }

        return ExceptIn(calendar);
    }

    private Interval[] ExceptIn(ReportingCalendar calendar)
    {
        var days = Except.Select(except => Days(calendar, except.Start, except.End));
        return [.. days.Where(gap => gap.Start < gap.End)];
    }

    private static Interval Days(ReportingCalendar calendar, LocalDate first, LocalDate last) =>
        new(calendar.Day(first).Start, calendar.Day(last).End);

    // A gap at an end makes the coverage shorter; gaps that touch are one.
    private FactCoverage Without(string table, List<DateInterval> except)
    {
        var (start, end) = (Start!.Value, EndExclusive!.Value);
        var inside = new List<DateInterval>();
        foreach (var gap in except)
        {
            if (gap.Start < Start || gap.End >= EndExclusive)
            {
                throw new ArgumentException(
                    $"Table '{table}': expected gaps within its coverage, {Start:R} to {EndExclusive:R};"
                    + $" found {gap.Start:R} to {gap.End:R}."
                    + " The last day of a gap is part of it.",
                    nameof(except));
            }

            if (inside.Count > 0 && gap.Start <= inside[^1].End.PlusDays(1))
            {
                inside[^1] = new(inside[^1].Start, LocalDate.Max(inside[^1].End, gap.End));
            }
            else
            {
                inside.Add(gap);
            }
        }

        if (inside.Count > 0 && inside[0].Start == start)
        {
            start = inside[0].End.PlusDays(1);
            inside.RemoveAt(0);
        }

        if (inside.Count > 0 && inside[^1].End.PlusDays(1) == end)
        {
            end = inside[^1].Start;
            inside.RemoveAt(inside.Count - 1);
        }

        if (start >= end)
        {
            throw new ArgumentException(
                $"Table '{table}': the gaps leave nothing of its coverage, {Start:R} to {EndExclusive:R}.", nameof(except));
        }

        return new(start, end) { Except = inside };
    }
}

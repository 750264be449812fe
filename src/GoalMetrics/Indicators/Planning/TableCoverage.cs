using NodaTime;

namespace GoalMetrics;

// Which time the facts of a table are complete for, and until when they are known.
internal static class TableCoverage
{
    // Whether facts are complete for a stretch of time.
    public static bool Covers(this TableDescription table, Interval time) =>
        table.Coverage is { } coverage
        && coverage.Start <= time.Start
        && time.End <= coverage.End
        && !table.HasGapIn(time);

    public static bool HasGapIn(this TableDescription table, Interval time)
    {
        foreach (var gap in table.GapsInOrder)
        {
            if (gap.Start < time.End && time.Start < gap.End)
            {
                return true;
            }
        }

        return false;
    }

    // Whether facts are complete for any part of a stretch of time.
    public static bool Touches(this TableDescription table, Interval time) =>
        table.Coverage is { } coverage
        && time.Start < coverage.End
        && coverage.Start < time.End
        && (table.GapsInOrder.Length == 0 || table.CoveredParts(time).Count > 0);

    // The parts of a stretch of time for which facts are complete, earliest first.
    public static IReadOnlyList<Interval> CoveredParts(this TableDescription table, Interval time)
    {
        if (table.Coverage is not { } coverage)
        {
            return [];
        }

        var (start, end) = (Instant.Max(time.Start, coverage.Start), Instant.Min(time.End, coverage.End));
        if (table.GapsInOrder.Length > 0)
        {
            return table.BetweenGaps(start, end);
        }

        if (start < end)
        {
            return [new(start, end)];
        }

        return [];
    }

    private static List<Interval> BetweenGaps(this TableDescription table, Instant start, Instant end)
    {
        var parts = new List<Interval>();
        foreach (var gap in table.GapsInOrder)
        {
            if (start < gap.End && gap.Start < end)
            {
                AddTo(parts, start, gap.Start);
                start = Instant.Max(start, gap.End);
            }
        }

        AddTo(parts, start, end);
        return parts;
    }

    private static void AddTo(List<Interval> parts, Instant from, Instant until)
    {
        if (from < until)
        {
            parts.Add(new(from, until));
        }
    }

    // Whether there are facts outside the coverage. They are not counted, and neither are they where this is not known.
    public static bool HasFactsOutside(this TableDescription table) =>
        table.Coverage is { } coverage && (!(table.EarliestFact >= coverage.Start) || !(table.LatestFact < coverage.End));

    // The first day with data. Days off before the first fact are covered, and have none.
    public static LocalDate FirstDay(this TableDescription table, ReportingCalendar calendar)
    {
        var start = table.Coverage!.Value.Start;
        var isOfFacts = !table.IsCoverageStated && table.Schema.FactGrain is null && table.EarliestFact > start;
        return calendar.DateHolding(isOfFacts ? table.EarliestFact!.Value : start);
    }

    // The last day with data until they end. Days off after the latest fact are covered, and have none.
    public static LocalDate LastDay(this TableDescription table, Instant end, ReportingCalendar calendar)
    {
        var isOfFacts = !table.IsCoverageStated && table.Schema.FactGrain is null && table.LatestFact < end;
        return calendar.DateHolding(isOfFacts ? table.LatestFact!.Value : end - Duration.Epsilon);
    }

    // Until when its facts are known at a moment. In a gap, and at its end, they are known until it began.
    public static Instant KnownUntil(this TableDescription table, Instant moment, ReportingCalendar calendar)
    {
        if (table.Coverage is not { } coverage)
        {
            return Instant.MinValue;
        }

        var known = table.KnownUntil(moment, coverage, calendar);
        var seen = Instant.Min(known, moment);
        foreach (var gap in table.GapsInOrder)
        {
            if (gap.Start < seen && seen <= gap.End)
            {
                return gap.Start;
            }
        }

        return known;
    }

    // A fact that is the total of a month is known once the month is over.
    private static Instant KnownUntil(this TableDescription table, Instant moment, Interval coverage, ReportingCalendar calendar)
    {
        if (coverage.End <= moment)
        {
            return coverage.End;
        }

        if (table.Schema.FactGrain is not { } grain)
        {
            return table.KnownWhileCovered(moment, coverage.End, calendar);
        }

        var running = calendar.PeriodAt(grain, moment);
        if (running.Start == moment)
        {
            return coverage.End;
        }

        return running.Start;
    }

    // Of the day of the latest fact more may still come in, as coverage is not stated. Of days off after it nothing is missed, but
    // for the one that is running.
    private static Instant KnownWhileCovered(this TableDescription table, Instant moment, Instant end, ReportingCalendar calendar)
    {
        if (table.IsCoverageStated || table.KeptGrain is not null || !(table.LatestFact < moment))
        {
            return end;
        }

        var today = calendar.DateHolding(moment);
        if (today > calendar.DateHolding(table.LatestFact.Value))
        {
            return calendar.StartOf(today);
        }

        if (table.IsByDay())
        {
            return end;
        }

        return table.LatestFact.Value + Duration.Epsilon;
    }

    // Whether it has no times of day.
    public static bool IsByDay(this TableDescription table) =>
        table.Schema.Time == FactTime.Date || table.KeptGrain is not (null or Grain.Hour);

    // Whether no period that the table keeps lies on both sides of the moment. Beyond the calendar there are none.
    public static bool CanBeCutAt(this TableDescription table, Instant moment, ReportingCalendar calendar)
    {
        if (table.KeptGrain is not { } grain)
        {
            return true;
        }

        return IsBeyond(calendar, moment) || calendar.PeriodAt(grain, moment).Start == moment;
    }

    // Until when facts can be expected at a moment: the total of a period cannot before the period is over and has settled.
    public static Instant ExpectedUntil(this TableDescription table, Instant moment, ReportingCalendar calendar)
    {
        if (table.Schema.FactGrain is not { } grain || IsBeyond(calendar, moment) || IsBeyond(calendar, moment - table.Settling))
        {
            return moment;
        }

        return calendar.PeriodAt(grain, moment - table.Settling).Start;
    }

    private static bool IsBeyond(ReportingCalendar calendar, Instant moment) =>
        moment < calendar.StartOf(ReportingCalendar.MinDate) || moment >= calendar.StartOf(ReportingCalendar.MaxDate.PlusDays(1));
}

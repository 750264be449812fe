using NodaTime;

namespace GoalMetrics;

// Which time its facts are complete for, and until when they are known.
public sealed partial class TableDescription
{
    // Whether facts are complete for a stretch of time.
    internal bool Covers(Interval time) =>
        Coverage is { } coverage
        && coverage.Start <= time.Start
        && time.End <= coverage.End
        && !HasGapIn(time);

    internal bool HasGapIn(Interval time)
    {
        foreach (var gap in _gaps)
        {
            if (gap.Start < time.End && time.Start < gap.End)
            {
                return true;
            }
        }

        return false;
    }

    // Whether facts are complete for any part of a stretch of time.
    internal bool Touches(Interval time) =>
        Coverage is { } coverage
        && time.Start < coverage.End
        && coverage.Start < time.End
        && (Gaps.Count == 0 || CoveredParts(time).Count > 0);

    // The parts of a stretch of time for which facts are complete, earliest first.
    internal IReadOnlyList<Interval> CoveredParts(Interval time)
    {
        if (Coverage is not { } coverage)
        {
            return [];
        }

        var (start, end) = (Instant.Max(time.Start, coverage.Start), Instant.Min(time.End, coverage.End));
        if (_gaps.Length > 0)
        {
            return BetweenGaps(start, end);
        }

        return start < end ? new Interval[] { new(start, end) } : [];
    }

    private List<Interval> BetweenGaps(Instant start, Instant end)
    {
        var parts = new List<Interval>();
        foreach (var gap in _gaps)
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
    internal bool HasFactsOutside =>
        Coverage is { } coverage && (!(EarliestFact >= coverage.Start) || !(LatestFact < coverage.End));

    // The first day with data. Days off before the first fact are covered, and have none.
    internal LocalDate FirstDay(ReportingCalendar calendar)
    {
        var start = Coverage!.Value.Start;
        var isOfFacts = !IsCoverageStated && Schema.FactGrain is null && EarliestFact > start;
        return calendar.DateHolding(isOfFacts ? EarliestFact!.Value : start);
    }

    // The last day with data until they end. Days off after the latest fact are covered, and have none.
    internal LocalDate LastDay(Instant end, ReportingCalendar calendar)
    {
        var isOfFacts = !IsCoverageStated && Schema.FactGrain is null && LatestFact < end;
        return calendar.DateHolding(isOfFacts ? LatestFact!.Value : end - Duration.Epsilon);
    }

    // Until when its facts are known at a moment. In a gap, and at its end, they are known until it began.
    internal Instant KnownUntil(Instant moment, ReportingCalendar calendar)
    {
        if (Coverage is not { } coverage)
        {
            return Instant.MinValue;
        }

        var known = KnownUntil(moment, coverage, calendar);
        var seen = Instant.Min(known, moment);
        foreach (var gap in _gaps)
        {
            if (gap.Start < seen && seen <= gap.End)
            {
                return gap.Start;
            }
        }

        return known;
    }

    // A fact that is the total of a month is known once the month is over.
    private Instant KnownUntil(Instant moment, Interval coverage, ReportingCalendar calendar)
    {
        if (coverage.End <= moment)
        {
            return coverage.End;
        }

        if (Schema.FactGrain is not { } grain)
        {
            return KnownWhileCovered(moment, coverage.End, calendar);
        }

        var running = calendar.PeriodAt(grain, moment);
        return running.Start == moment ? coverage.End : running.Start;
    }

    // Of the day of the latest fact more may still come in, as nobody said that there is none. Of days off after it nothing is missed, but
    // for the one that is running.
    private Instant KnownWhileCovered(Instant moment, Instant end, ReportingCalendar calendar)
    {
        if (IsCoverageStated || KeptGrain is not null || !(LatestFact < moment))
        {
            return end;
        }

        var today = calendar.DateHolding(moment);
        if (today > calendar.DateHolding(LatestFact.Value))
        {
            return calendar.StartOf(today);
        }

        return IsByDay ? end : LatestFact.Value + Duration.Epsilon;
    }

    // Whether it has no times of day.
    internal bool IsByDay => Schema.Time == FactTime.Date || KeptGrain is not (null or Grain.Hour);

    // Whether no period that the table keeps lies on both sides of the moment. Beyond the calendar there are none.
    internal bool CanBeCutAt(Instant moment, ReportingCalendar calendar)
    {
        if (KeptGrain is not { } grain)
        {
            return true;
        }

        return moment < calendar.StartOf(ReportingCalendar.MinDate)
            || moment >= calendar.StartOf(ReportingCalendar.MaxDate.PlusDays(1))
            || calendar.PeriodAt(grain, moment).Start == moment;
    }
}

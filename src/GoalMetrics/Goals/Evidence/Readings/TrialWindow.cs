using NodaTime;

namespace GoalMetrics;

// Where to try out whether a measure can be computed at all, when the goal asks nothing of it yet.
internal sealed class TrialWindow(AskedGoal goal, GoalData data)
{
    private readonly ReportingCalendar _calendar = goal.Period.Calendar;
    private readonly Instant _begin = data.Known.Begin;

    // The latest time that all tables cover, no longer than the goal's period.
    public ReadingWindow Latest() => new(LatestPeriod(), data.Terms);

    private ReportingPeriod LatestPeriod()
    {
        var end = data.Tables.All.Select(table => table.KnownUntil(data.AsOf, _calendar)).Append(data.AsOf).Min();
        if (end <= _begin)
        {
            return _calendar.PeriodAt(Grain.Month, data.AsOf);
        }

        if (WholeGrain() is { } grain)
        {
            return LatestWhole(grain, end);
        }

        var endDate = _calendar.DateOf(end - Duration.Epsilon).PlusDays(1);
        var earliest = _begin == Instant.MinValue ? ReportingCalendar.MinDate : _calendar.DateOf(_begin);
        return _calendar.Range(LocalDate.Max(earliest, endDate.PlusDays(-Math.Max(1, goal.Period.Days))), endDate);
    }

    private ReportingPeriod LatestWhole(Grain grain, Instant end)
    {
        var last = _calendar.PeriodAt(grain, end - Duration.Epsilon);
        if (last.End > end && last.Start > _begin)
        {
            return last.Previous();
        }

        return last;
    }

    // Totals of periods, and counts made for them, are tried out in the latest whole one; or in one that they cannot be had for, where the
    // goal is read by that.
    private Grain? WholeGrain()
    {
        var counted = goal.Measure.Metrics.Max(metric => metric.CountedPer);
        if ((counted ?? data.Tables.All.Max(table => table.Schema.FactGrain)) is not { } kept)
        {
            return null;
        }

        var read = goal.Goal.ReadsEvery ?? goal.Period.Grain;
        if (read is { } grain && (counted is null ? Cuts(grain, kept) : grain != kept))
        {
            return grain;
        }

        return kept;
    }

    // Whether periods of the one grain are not made up of whole ones of the other.
    private bool Cuts(Grain grain, Grain kept)
    {
        var first = _calendar.PeriodAt(grain, goal.Period.Start);
        return _calendar.PeriodAt(kept, first.Start).Start != first.Start
            || _calendar.PeriodAt(kept, first.End - Duration.Epsilon).End != first.End;
    }
}

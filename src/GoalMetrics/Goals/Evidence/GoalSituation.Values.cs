using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// The values of the measure that the goal is judged by.
internal sealed partial class GoalSituation
{
    // What the goal's period, and that of its baseline, are missing.
    private readonly ValuelessFacts _valueless = new();

    // The values in the windows to judge, once the plan has been read.
    public IReadOnlyList<Quantity> ReadValues()
    {
        Quantity[] values = [.. Windows.Select((_, window) => ValueIn(window))];
        if (Nature == GoalNature.Stay)
        {
            values = WithoutBeginOfData(values);
        }

        if (values.Length == 0 && LeavesOutParts)
        {
            Find(GoalFindings.GapInPeriod, "data", [new("period", Period)]);
        }

        if (values.Length == 0 && HasNothing)
        {
            FindNoValue(Quantity.Undefined(_whyNothing, Goal.Measure!.Id, Goal.Measure.Unit), Period);
        }
        else if (values.Any(value => value.IsDefined))
        {
            FindUnknownReadings(values);
        }
        else if (values.Length > 0 && Nature == GoalNature.Stay && IsGap(Windows[^1].Period))
        {
            Find(GoalFindings.GapInPeriod, "data", [new("period", Windows[^1].Period)]);
        }
        else if (values.Length > 0)
        {
            var latest = Windows[^1];
            FindNoValue(values[^1], Nature == GoalNature.Stay ? latest.Period : Period, LooksBackIn(latest, latest.Period));
        }

        if (Nature != GoalNature.Stay && values is [{ IsDefined: true } actual] && HasTarget && IsLeftOpen(actual))
        {
            FindGapIn(Goal.ReadEvery is null ? Period : Windows[0].Period);
        }

        return values;
    }

    private void FindGapIn(ReportingPeriod period)
    {
        if (LooksBackIn(Windows[0], period) is { } limits)
        {
            Find(GoalFindings.GapLookedBackOn, "data", [new("measure", Goal.Measure!.Id), new("limits", limits), new("period", period)]);
        }
        else
        {
            Find(GoalFindings.GapInPeriod, "data", [new("period", period)]);
        }
    }

    // The period in which the data begin is left out unless what is known of it decides, as parts at the edges of the goal's period are.
    private Quantity[] WithoutBeginOfData(Quantity[] values)
    {
        var judged = Windows.Zip(values).Where(each => each.Second.IsDefined || !HasBeginOfData(each.First.Period)).ToList();
        LeavesOutParts |= judged.Count < Windows.Count;
        Windows = [.. judged.Select(each => each.First)];
        return [.. judged.Select(each => each.Second)];
    }

    // A period to be kept is judged by all of the time that the measure reads for it, such as the 28 days of a rolling sum.
    private Quantity ValueIn(int window)
    {
        if (HasNothing)
        {
            return Quantity.Undefined(_whyNothing, Goal.Measure!.Id, Goal.Measure.Unit);
        }

        var value = _node!.Value(window + 1, _part!.Total);
        var isPartial = Nature == GoalNature.Stay && value.IsDefined && _node.Coverage(window + 1) == WindowCoverage.Partial;
        var isCut = Nature == GoalNature.Stay && value.IsDefined && _node.CutGrain(window + 1) is not null;
        var isLeftOpen = isCut || (isPartial && !IsDecidedBy(value));
        if (isLeftOpen)
        {
            return Quantity.Undefined(UndefinedReason.InsufficientData, Goal.Measure!.Id, value.Unit);
        }

        return value;
    }

    // Whether the rest of a period to be kept cannot change what its known part says: 12 complaints are more than 10.
    private bool IsDecidedBy(Quantity part) => MoreTime switch
    {
        TimeEffect.OnlyAdds => part > GoalTarget.Most || (GoalTarget.Most is null && part >= GoalTarget.Least),
        TimeEffect.OnlySubtracts => part < GoalTarget.Least || (GoalTarget.Least is null && part <= GoalTarget.Most),

        // A rate or an average of the days that are known stands for the others.
        TimeEffect.None => true,
        _ => false,
    };

    private bool HasTarget => Nature != GoalNature.Flow || Target.IsDefined;

    // Whether days are missing that could still take the value to its target, or away from it, or beyond its limit.
    public bool IsLeftOpen(Quantity actual) => IsIncomplete && MoreTime switch
    {
        _ when !HasShares => actual.IsDefined,
        TimeEffect.OnlyAdds when Rises => actual < Target,
        TimeEffect.OnlyAdds => actual <= Target,
        TimeEffect.OnlySubtracts when Rises => actual >= Target,
        TimeEffect.OnlySubtracts => actual > Target,
        _ => actual.IsDefined,
    };

    public bool IsReachedBy(Quantity actual) => Rises ? actual >= Target : actual <= Target;

    // What can only grow, as a number of customers does, has reached its target for good, or is beyond its limit for good. A later week or
    // month that it is read in may be another.
    public bool IsReachedForGood(Quantity actual) => TimeToCome switch
    {
        TimeEffect.OnlyAdds => Rises && actual >= Target,
        TimeEffect.OnlySubtracts => !Rises && actual <= Target,
        _ => false,
    };

    public bool IsMissedForGood(Quantity actual) => TimeToCome switch
    {
        TimeEffect.OnlyAdds => !Rises && actual > Target,
        TimeEffect.OnlySubtracts => Rises && actual < Target,
        _ => false,
    };

    private TimeEffect TimeToCome =>
        Goal.ReadEvery is null && Goal.Measure!.StaysReached(Period) ? MoreTime : TimeEffect.None;

    // To sums of columns that hold returns or credit notes, more days may add less than nothing.
    private TimeEffect MoreTime
    {
        get
        {
            var effect = Goal.Measure!.MoreTime;
            var goesOneWay = effect is TimeEffect.OnlyAdds or TimeEffect.OnlySubtracts;
            if (goesOneWay && Goal.Measure.Metrics.Any(MaySumNegatives))
            {
                return TimeEffect.EitherWay;
            }

            return effect;
        }
    }

    private bool MaySumNegatives(Metric metric) =>
        metric.Aggregates[0] is Aggregate.Sum sum && _plan.Tables.Of(metric.Table).HasNegatives?.Invoke(sum.Column) != false;

    // Where nothing else is read of it, whether the measure can be computed at all.
    public void TryMeasure()
    {
        if (_trial is { } trial && _node!.Value(0, _part!.Total) is { IsDefined: false } value)
        {
            FindNoValue(value, trial.Period);
        }
    }

    private void FindUnknownReadings(Quantity[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!values[i].IsDefined && !IsCutByTotals(Windows[i].Period))
            {
                var period = Windows[i].Period;
                (object why, object days) = (values[i], period);
                if (LooksBackIn(Windows[i], period) is { } lookedBackOn)
                {
                    (why, days) = (TableLimits.Because(lookedBackOn), TableLimits.DaysLookedBackOn);
                }

                Find(
                    GoalFindings.UnknownReading,
                    "measure",
                    [new("measure", Goal.Measure!.Id), new("period", period), new("reason", why), new("days", days)]);
            }
        }
    }

    // Where a table has nothing of the period, that is why.
    private void FindNoValue(Quantity value, ReportingPeriod period, LocalizedText? lookedBackOn = null)
    {
        // That the data have totals of other periods has been said.
        if (_isCut)
        {
            return;
        }

        var until = Instant.Max(period.Start, Instant.Min(period.End, AsOf));
        List<TableDescription> without = [.. _tables.Where(IsWithout)];
        (object why, object days) = (value, period);
        if (without.Count > 0)
        {
            why = TableLimits.Of(without, period.Start, until, Period.Calendar);
        }
        else if (lookedBackOn is not null)
        {
            (why, days) = (TableLimits.Because(lookedBackOn), TableLimits.DaysLookedBackOn);
        }

        Find(
            GoalFindings.NoValue,
            "measure",
            [new("measure", Goal.Measure!.Id), new("reason", why), new("period", period), new("days", days)]);

        // Of totals of months, that of a month which is not over is not known yet.
        bool IsWithout(TableDescription table) =>
            !table.IsEmpty
            && (!table.Touches(new(period.Start, until)) || table.KnownUntil(until, Period.Calendar) <= period.Start);
    }

    // The latest time that all tables cover, no longer than the goal's period.
    private ReadingWindow TrialWindow()
    {
        var calendar = Period.Calendar;
        var end = _tables.Select(table => table.KnownUntil(AsOf, calendar)).Append(AsOf).Min();
        if (end <= _begin)
        {
            return new(calendar.PeriodAt(Grain.Month, AsOf), _terms);
        }

        if (TrialGrain() is { } grain)
        {
            var last = calendar.PeriodAt(grain, end - Duration.Epsilon);
            return new(last.End > end && last.Start > _begin ? last.Previous() : last, _terms);
        }

        var endDate = calendar.DateOf(end - Duration.Epsilon).PlusDays(1);
        var earliest = _begin == Instant.MinValue ? ReportingCalendar.MinDate : calendar.DateOf(_begin);
        return new(calendar.Range(LocalDate.Max(earliest, endDate.PlusDays(-Math.Max(1, Period.Days))), endDate), _terms);
    }

    // Totals of periods, and counts made for them, are tried out in the latest whole one; or in one that they cannot be had for, where the
    // goal is read by that.
    private Grain? TrialGrain()
    {
        var counted = Goal.Measure!.Metrics.Max(metric => metric.CountedPer);
        if ((counted ?? _tables.Max(table => table.Schema.FactGrain)) is not { } kept)
        {
            return null;
        }

        var read = Goal.ReadsEvery ?? Period.Grain;
        if (read is { } grain && (counted is null ? Cuts(grain, kept) : grain != kept))
        {
            return grain;
        }

        return kept;
    }

    // Whether periods of the one grain are not made up of whole ones of the other.
    private bool Cuts(Grain grain, Grain kept)
    {
        var calendar = Period.Calendar;
        var first = calendar.PeriodAt(grain, Period.Start);
        return calendar.PeriodAt(kept, first.Start).Start != first.Start
            || calendar.PeriodAt(kept, first.End - Duration.Epsilon).End != first.End;
    }
}

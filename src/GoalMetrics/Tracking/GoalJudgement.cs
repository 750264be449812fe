using System.Collections.Immutable;

namespace GoalMetrics;

// One judgement of one goal: each nature of goal has its numbers in a method of its own (S6.3).
internal sealed class GoalJudgement(GoalSituation situation, StatusPolicy policy, GoalStatus? previous)
{
    public async ValueTask<GoalProgress> RunAsync(CancellationToken cancellationToken)
    {
        if (situation.GoalTarget.Kind == TargetKind.Complete)
        {
            return Milestones();
        }

        var measure = situation.Goal.Measure!;
        await situation.MeasureAsync(measure, cancellationToken).ConfigureAwait(false);
        var nature = situation.GoalTarget.IsStay ? GoalNature.Stay
            : measure.Additivity == Additivity.Additive ? GoalNature.Flow
            : GoalNature.Level;
        if (nature != GoalNature.Stay && situation.Baseline.IsDefined && situation.Target.IsDefined && situation.Baseline.CompareTo(situation.Target) == 0)
        {
            situation.Find(TrackingFindings.TargetIsBaseline, "target", [new("target", situation.Target)]);
            return Unjudged(nature, GoalStatus.Unknown);
        }

        // The way of a level would be measured backwards; a flow accumulates all the same.
        if (nature == GoalNature.Level && situation.LeadsWrongWay)
        {
            return Unjudged(nature, GoalStatus.Unknown);
        }

        return !situation.HasStarted ? Unjudged(nature, GoalStatus.NotStarted)
            : nature == GoalNature.Flow ? await FlowAsync(measure, cancellationToken).ConfigureAwait(false)
            : nature == GoalNature.Level ? await LevelAsync(measure, cancellationToken).ConfigureAwait(false)
            : await StayAsync(measure, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<GoalProgress> FlowAsync(Measure measure, CancellationToken cancellationToken)
    {
        var (target, expected, rises) = (situation.Target, situation.Expected, situation.Rises);
        var (actual, evidence) = await situation.ReadAsync(measure, situation.ToDate, cancellationToken).ConfigureAwait(false);
        if (!target.IsDefined || target.Amount < 0m || (rises && target.Amount == 0m))
        {
            situation.Find(TrackingFindings.NoTarget, "target", [new("reason", target)]);
            return new(situation, GoalNature.Flow, GoalStatus.Unknown) { Actual = actual, Evidence = evidence };
        }

        var attainment = actual.RatioTo(target);
        var pace = rises ? attainment.DividedBy(expected) : expected.DividedBy(attainment);
        var left = target - actual;
        return new(situation, GoalNature.Flow, Status())
        {
            Actual = actual,
            Evidence = evidence,
            Attainment = attainment,
            Pace = pace,
            Landing = actual.DividedBy(expected),
            RunRate = PerDay(actual, situation.ElapsedDays),
            RequiredRate = Required(left, left.AmountOrNull <= 0m),
        };

        GoalStatus Status() => (rises, left.AmountOrNull) switch
        {
            (_, null) => GoalStatus.Unknown,
            (true, <= 0m) => GoalStatus.Achieved,
            (true, _) => situation.IsClosed ? GoalStatus.Missed : UnderWay(attainment, pace),
            (false, < 0m) => GoalStatus.Missed,
            (false, _) when situation.IsClosed => GoalStatus.Achieved,
            (false, _) when actual.Amount <= 0m => GoalStatus.OnTrack,
            _ => policy.Judge(pace, previous),
        };
    }

    private async ValueTask<GoalProgress> LevelAsync(Measure measure, CancellationToken cancellationToken)
    {
        var (baseline, target, rises) = (situation.Baseline, situation.Target, situation.Rises);
        var readIn = situation.Goal.ReadEvery is { } grain ? situation.ClosedParts(grain).LastOrDefault() : null;
        if (situation.Goal.ReadEvery is { } every && readIn is null)
        {
            situation.Find(TrackingFindings.NothingClosed, "read-every", [new("grain", every.Title())]);
            return Unjudged(GoalNature.Level, GoalStatus.Unknown);
        }

        if (!baseline.IsDefined)
        {
            situation.Find(TrackingFindings.NoBaseline, "target/baseline", [new("reason", baseline)]);
        }

        var scope = readIn is null ? situation.ToDate : situation.ScopeOf(readIn);
        var (actual, evidence) = await situation.ReadAsync(measure, scope, cancellationToken).ConfigureAwait(false);
        var attainment = (actual - baseline).DividedBy(target - baseline, "target - baseline");
        var pace = attainment.DividedBy(situation.Expected);
        var left = target - actual;
        var isThere = rises ? left.AmountOrNull <= 0m : left.AmountOrNull >= 0m;
        var required = Required(left, isThere);
        return new(situation, GoalNature.Level, Status())
        {
            Actual = actual,
            Evidence = evidence,
            Attainment = attainment,
            Pace = pace,
            Landing = actual,
            RequiredRate = left.Unit == Unit.Ratio ? required.WithUnit(Unit.PercentagePoint) : required,
            ReadIn = readIn,
        };

        GoalStatus Status() => !left.IsDefined ? GoalStatus.Unknown
            : situation.IsClosed ? isThere ? GoalStatus.Achieved : GoalStatus.Missed
            : isThere ? GoalStatus.OnTrack
            : UnderWay(attainment, pace);
    }

    private async ValueTask<GoalProgress> StayAsync(Measure measure, CancellationToken cancellationToken)
    {
        var grain = situation.Goal.ReadEvery ?? Grain.Month;

        // What adds up over time is not held to a whole period's limit in a part of one, at the edges of the goal's period.
        var closed = situation.ClosedParts(grain).Where(part => !part.IsPartial || measure.Additivity != Additivity.Additive).ToList();
        if (closed.Count == 0)
        {
            situation.Find(TrackingFindings.NothingClosed, "read-every", [new("grain", grain.Title())]);
            return Unjudged(GoalNature.Stay, GoalStatus.Unknown);
        }

        var values = await situation.ValuesAsync(measure, closed.Select(situation.ScopeOf), cancellationToken).ConfigureAwait(false);
        ImmutableArray<StayReading> readings = [.. closed.Select(part =>
        {
            var value = measure.Evaluate(situation.ScopeOf(part), values);
            return new StayReading(part, value, value.IsDefined ? IsKept(value) : null);
        })];
        foreach (var reading in readings.Where(reading => reading.IsKept is null))
        {
            situation.Find(TrackingFindings.NoValue, "measure", [new("measure", measure.Id), new("reason", reading.Value), new("period", reading.Period)]);
        }

        var known = readings.Count(reading => reading.IsKept is not null);
        var attainment = Quantity.Count(readings.Count(reading => reading.IsKept == true)).DividedBy(Quantity.Count(known), measure.Id);

        // Broken once is broken for good; and what is not known in the end was not shown to be kept.
        var status = known == 0 ? GoalStatus.Unknown
            : attainment.Amount < 1m ? GoalStatus.Missed
            : !situation.IsClosed ? GoalStatus.OnTrack
            : known == readings.Length ? GoalStatus.Achieved
            : GoalStatus.Unknown;
        return new(situation, GoalNature.Stay, status)
        {
            Actual = readings[^1].Value,
            Attainment = attainment,
            Expected = Quantity.Ratio(1m),
            Pace = attainment,
            Landing = readings[^1].Value,
            ReadIn = readings[^1].Period,
            Readings = readings,
        };
    }

    private GoalProgress Milestones()
    {
        var all = situation.GoalTarget.Milestones;
        var done = all.Where(IsDone).Sum(milestone => milestone.Weight);
        var attainment = Quantity.Ratio(done / all.Sum(milestone => milestone.Weight));
        if (!situation.HasStarted && attainment.Amount < 1m)
        {
            return Unjudged(GoalNature.Milestones, GoalStatus.NotStarted);
        }

        var pace = attainment.DividedBy(situation.Expected, "expected");
        var status = attainment.Amount >= 1m ? GoalStatus.Achieved : situation.IsClosed ? GoalStatus.Missed : UnderWay(attainment, pace);
        var landing = pace.AmountOrNull > 1m ? Quantity.Ratio(1m) : pace;
        return new(situation, GoalNature.Milestones, status) { Actual = attainment, Attainment = attainment, Pace = pace, Landing = landing };

        bool IsDone(Milestone milestone) =>
            milestone.CompletedOn is { } day && situation.Period.Calendar.StartOfDay(day) < situation.JudgedAt;
    }

    private bool IsKept(Quantity value) => situation.GoalTarget switch
    {
        { Kind: TargetKind.StayAtLeast, Value: { } least } => value >= least,
        { Kind: TargetKind.StayAtMost, Value: { } most } => value <= most,
        { Value: var lower, Upper: var upper } => value >= lower!.Value && value <= upper!.Value,
    };

    private GoalProgress Unjudged(GoalNature nature, GoalStatus status) => new(situation, nature, status);

    // While nothing is expected, pace cannot tell: whoever has lost no ground is on time.
    private GoalStatus UnderWay(Quantity attainment, Quantity pace) => (situation.Expected.Amount, attainment.AmountOrNull) switch
    {
        (0m, >= 0m) => GoalStatus.OnTrack,
        (0m, < 0m) => GoalStatus.OffTrack,
        _ => policy.Judge(pace, previous),
    };

    private Quantity Required(Quantity left, bool isThere) =>
        isThere ? PerDay(left * Quantity.Ratio(0m), 1m) : PerDay(left, situation.RemainingDays);

    private static Quantity PerDay(Quantity amount, decimal days) => amount.DividedBy(Quantity.Duration(days, DurationUnit.Day), "days");
}

namespace GoalMetrics;

// What accumulates: revenue to reach, and costs to keep down.
internal sealed partial class GoalJudgement
{
    private GoalProgress Flow()
    {
        var (target, path, rises) = (situation.Target, situation.Position, situation.Rises);
        var actual = situation.ReadValues()[0];
        var evidence = situation.EvidenceIn(0);
        if (!situation.HasShares)
        {
            return target.IsDefined && !situation.IsIncomplete
                ? FlowWithoutShares(actual, evidence)
                : new(situation, GoalStatus.Unknown) { Actual = actual, Evidence = evidence };
        }

        if (actual.IsDefined && situation.IsIncomplete)
        {
            return PartlyKnownFlow(actual, evidence);
        }

        var used = actual.RatioTo(target, "target");
        var landing = Landing(actual);
        var attainment = rises ? used : KeptDown(actual, landing);
        var pace = rises
            ? Quotient(actual, path.Whole, target, path.Part, "expected")
            : PaceOfLimit(actual, target, path);
        var run = RunRate(actual);
        if (actual.IsDefined && !situation.CanBeProjected)
        {
            var early = Quantity.Undefined(UndefinedReason.InsufficientData, "elapsed", Unit.Ratio);
            (pace, run) = (early, early.WithUnit(run.Unit!));
        }

        var left = target - actual;
        return new(situation, FlowStatus(actual, left, attainment, pace))
        {
            Actual = actual,
            Evidence = evidence,
            Attainment = attainment,
            IsKeptDown = !rises,
            LimitUsed = rises ? Quantity.Undefined(UndefinedReason.NoData, "limit", Unit.Ratio) : used,
            Pace = pace,
            Landing = landing,
            RunRate = run,
            RequiredRate = Required(left, left.AmountOrNull <= 0m),
        };
    }

    // A target of zero or less has no share that accumulates, and what has come may go again. So the goal is judged by where it lands, from
    // a baseline by the share of the way; and decided at the close.
    private GoalProgress FlowWithoutShares(Quantity actual, IReadOnlyList<MeasureValue> evidence)
    {
        var (baseline, target, rises) = (situation.Baseline, situation.Target, situation.Rises);
        var landing = Landing(actual);
        var end = situation.IsClosed ? actual : landing;
        var none = Quantity.Undefined(UndefinedReason.OutOfDomain, "target", Unit.Ratio);
        var hasWay = baseline.IsDefined && !situation.LeadsWrongWay;
        var attainment = hasWay ? (end - baseline).DividedBy(target - baseline, "target - baseline") : none;
        var isThere = end.IsDefined && (rises ? end >= target : end <= target);
        var left = target - actual;
        return new(situation, actual.IsDefined ? StatusWithoutShares(isThere, end, attainment) : GoalStatus.Unknown)
        {
            Actual = actual,
            Evidence = evidence,
            Attainment = attainment,
            IsKeptDown = !rises,
            Pace = none,
            Landing = landing,
            RunRate = situation.CanBeProjected ? RunRate(actual) : landing.WithUnit(RunRate(actual).Unit!),
            RequiredRate = Required(left, rises ? left.AmountOrNull <= 0m : left.AmountOrNull >= 0m),
        };
    }

    private GoalStatus StatusWithoutShares(bool isThere, Quantity end, Quantity attainment)
    {
        if (situation.IsClosed)
        {
            return isThere ? GoalStatus.Achieved : GoalStatus.Missed;
        }

        if (isThere || !end.IsDefined)
        {
            return GoalStatus.OnTrack;
        }

        return attainment.IsDefined ? policy.Judge(attainment, previous) : GoalStatus.OffTrack;
    }

    // Judged by where it lands; and until it lands anywhere, by what has come so far, which can still only grow: from a baseline that is no
    // part of the way yet.
    private Quantity KeptDown(Quantity actual, Quantity landing)
    {
        if (!situation.IsClosed && landing.IsDefined)
        {
            return KeptDown(landing);
        }

        var isKept = actual.IsDefined && actual <= situation.Target;
        var isOnItsWay = isKept && !situation.IsClosed && !situation.IsLimit;
        return isOnItsWay ? Quantity.Undefined(UndefinedReason.InsufficientData, "elapsed", Unit.Ratio) : KeptDown(actual);
    }

    // Where credit notes are more than what was spent, nothing is used of the limit that any pace could be of.
    private static Quantity PaceOfLimit(Quantity actual, Quantity limit, PathPosition path)
    {
        if (path.Part == 0m)
        {
            return Quantity.Undefined(UndefinedReason.ZeroDenominator, "expected", Unit.Ratio);
        }

        return actual.AmountOrNull < 0m
            ? Quantity.Undefined(UndefinedReason.OutOfDomain, "used", Unit.Ratio)
            : Quotient(limit, path.Part, actual, path.Whole, "used");
    }

    // Days are missing of what has accumulated, so it may be known that the target is reached or the limit broken, and nothing more.
    private GoalProgress PartlyKnownFlow(Quantity actual, IReadOnlyList<MeasureValue> evidence)
    {
        var (target, rises) = (situation.Target, situation.Rises);
        var partial = Quantity.Undefined(UndefinedReason.InsufficientData, "data", Unit.Ratio);
        var rate = partial.WithUnit(PerDay(actual, 1m, situation.Position).Unit!);
        var isLeftOpen = situation.IsLeftOpen(actual);
        var decided = rises ? GoalStatus.Achieved : GoalStatus.Missed;
        var used = isLeftOpen ? partial : actual.RatioTo(target, "target");
        return new(situation, isLeftOpen ? GoalStatus.Unknown : decided)
        {
            Actual = actual,
            Evidence = evidence,
            Attainment = rises || isLeftOpen ? used : KeptDown(actual),
            IsKeptDown = !rises,
            LimitUsed = rises ? Quantity.Undefined(UndefinedReason.NoData, "limit", Unit.Ratio) : used,
            Pace = partial,
            Landing = partial.WithUnit(actual.Unit!),
            RunRate = rate,
            RequiredRate = isLeftOpen ? rate : Required(target - actual, isThere: true),
        };
    }

    // Where a flow ends if it goes on as it has.
    private Quantity Landing(Quantity actual)
    {
        var path = situation.Position;
        if (situation.CanBeProjected)
        {
            return Scaled(actual, path.Whole).DividedBy(Quantity.Ratio(path.Part), "expected");
        }

        return Quantity.Undefined(UndefinedReason.InsufficientData, "elapsed", actual.Unit);
    }

    private GoalStatus FlowStatus(Quantity actual, Quantity left, Quantity attainment, Quantity pace)
    {
        if (!left.IsDefined)
        {
            return GoalStatus.Unknown;
        }

        if (situation.Rises && left.Amount <= 0m)
        {
            return GoalStatus.Achieved;
        }

        if (!situation.Rises && left.Amount < 0m)
        {
            return GoalStatus.Missed;
        }

        // What has come in one second says nothing about a month.
        if (!situation.CanBeProjected)
        {
            return GoalStatus.OnTrack;
        }

        if (situation.Rises)
        {
            return UnlessClosed(GoalStatus.Missed, attainment, pace);
        }

        if (situation.IsClosed)
        {
            return GoalStatus.Achieved;
        }

        // On a weekend before the first working day nothing is expected yet.
        return actual.Amount <= 0m || situation.Expected.Amount == 0m ? GoalStatus.OnTrack : policy.Judge(pace, previous);
    }
}

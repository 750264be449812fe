namespace GoalMetrics;

// What accumulates: revenue to reach, and costs to keep down.
internal sealed partial class GoalJudgement
{
    private GoalProgress Flow()
    {
        var (actual, evidence) = (Reading.Value, Measured.EvidenceOf(Reading));
        if (Aim.HasShares && actual.IsDefined && ToCome.IsIncomplete)
        {
            return PartlyKnownFlow(actual, evidence);
        }

        if (Aim.HasShares)
        {
            return FlowWithShares(actual, evidence);
        }

        if (Aim.Target.IsDefined && !ToCome.IsIncomplete)
        {
            return FlowWithoutShares(actual, evidence);
        }

        return new(situation, GoalStatus.Unknown) { Actual = actual, Evidence = evidence };
    }

    private GoalProgress FlowWithShares(Quantity actual, IReadOnlyList<MeasureValue> evidence)
    {
        var (target, path, rises) = (Aim.Target, Moment.Position, Aim.Rises);
        var used = actual.RatioTo(target, "target");
        var landing = Landing(actual);
        Quantity attainment, pace;
        if (rises)
        {
            (attainment, pace) = (used, Quotient(actual, path.Whole, target, path.Part, "expected"));
        }
        else
        {
            (attainment, pace) = (KeptDown(actual, landing), PaceOfLimit(actual, target, path));
        }

        var run = RunRate(actual);
        if (actual.IsDefined && !Moment.CanBeProjected)
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
            LimitUsed = LimitUsed(used),
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
        var (baseline, target) = (Aim.Baseline, Aim.Target);
        var landing = Landing(actual);
        var end = Moment.IsClosed ? actual : landing;
        var none = Quantity.Undefined(UndefinedReason.OutOfDomain, "target", Unit.Ratio);
        var hasWay = baseline.IsDefined && !Aim.LeadsWrongWay;
        var attainment = hasWay ? (end - baseline).DividedBy(target - baseline, "target - baseline") : none;
        var isThere = end.IsDefined && Aim.IsReachedBy(end);
        var left = target - actual;
        return new(situation, actual.IsDefined ? StatusWithoutShares(isThere, end, attainment) : GoalStatus.Unknown)
        {
            Actual = actual,
            Evidence = evidence,
            Attainment = attainment,
            IsKeptDown = !Aim.Rises,
            Pace = none,
            Landing = landing,
            RunRate = Moment.CanBeProjected ? RunRate(actual) : landing.WithUnit(RunRate(actual).Unit!),
            RequiredRate = Required(left, IsThere(left)),
        };
    }

    private GoalStatus StatusWithoutShares(bool isThere, Quantity end, Quantity attainment)
    {
        if (Moment.IsClosed)
        {
            return isThere ? GoalStatus.Achieved : GoalStatus.Missed;
        }

        if (isThere || !end.IsDefined)
        {
            return GoalStatus.OnTrack;
        }

        if (attainment.IsDefined)
        {
            return policy.Judge(attainment, previous);
        }

        return GoalStatus.OffTrack;
    }

    // Judged by where it lands; and until it lands anywhere, by what has come so far, which can still only grow: from a baseline that is no
    // part of the way yet.
    private Quantity KeptDown(Quantity actual, Quantity landing)
    {
        if (!Moment.IsClosed && landing.IsDefined)
        {
            return KeptDown(landing);
        }

        var isKept = actual.IsDefined && actual <= Aim.Target;
        var isOnItsWay = isKept && !Moment.IsClosed && !Aim.IsLimit;
        if (isOnItsWay)
        {
            return Quantity.Undefined(UndefinedReason.InsufficientData, "elapsed", Unit.Ratio);
        }

        return KeptDown(actual);
    }

    // Where credit notes are more than what was spent, nothing is used of the limit that any pace could be of.
    private static Quantity PaceOfLimit(Quantity actual, Quantity limit, PathPosition path)
    {
        if (path.Part == 0m)
        {
            return Quantity.Undefined(UndefinedReason.ZeroDenominator, "expected", Unit.Ratio);
        }

        if (actual.AmountOrNull < 0m)
        {
            return Quantity.Undefined(UndefinedReason.OutOfDomain, "used", Unit.Ratio);
        }

        return Quotient(limit, path.Part, actual, path.Whole, "used");
    }

    // Days are missing of what has accumulated, so it may be known on which side of the target it will end, and nothing more.
    private GoalProgress PartlyKnownFlow(Quantity actual, IReadOnlyList<MeasureValue> evidence)
    {
        var (target, rises) = (Aim.Target, Aim.Rises);
        var partial = Quantity.Undefined(UndefinedReason.InsufficientData, "data", Unit.Ratio);
        var rate = partial.WithUnit(PerDay(actual, 1m, Moment.Position).Unit!);
        var (status, used, attainment, required) = (GoalStatus.Unknown, partial, partial, rate);
        if (!ToCome.IsLeftOpen(actual))
        {
            status = Aim.IsReachedBy(actual) ? GoalStatus.Achieved : GoalStatus.Missed;
            used = actual.RatioTo(target, "target");
            attainment = rises ? used : KeptDown(actual);
            required = Required(target - actual, isThere: !rises || Aim.IsReachedBy(actual));
        }

        return new(situation, status)
        {
            Actual = actual,
            Evidence = evidence,
            Attainment = attainment,
            IsKeptDown = !rises,
            LimitUsed = LimitUsed(used),
            Pace = partial,
            Landing = partial.WithUnit(actual.Unit!),
            RunRate = rate,
            RequiredRate = required,
        };
    }

    private Quantity LimitUsed(Quantity used)
    {
        if (Aim.Rises)
        {
            return Quantity.Undefined(UndefinedReason.NoData, "limit", Unit.Ratio);
        }

        return used;
    }

    // Where a flow ends if it goes on as it has.
    private Quantity Landing(Quantity actual)
    {
        var path = Moment.Position;
        if (Moment.CanBeProjected)
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

        if (Aim.Rises && left.Amount <= 0m)
        {
            return GoalStatus.Achieved;
        }

        if (!Aim.Rises && left.Amount < 0m)
        {
            return GoalStatus.Missed;
        }

        if (ToCome.OnlyFalls)
        {
            return Aim.Rises ? GoalStatus.Missed : GoalStatus.Achieved;
        }

        // What has come in one second says nothing about a month.
        if (!Moment.CanBeProjected)
        {
            return GoalStatus.OnTrack;
        }

        if (Aim.Rises)
        {
            return UnlessClosed(GoalStatus.Missed, attainment, pace, Moment.Expected);
        }

        if (Moment.IsClosed)
        {
            return GoalStatus.Achieved;
        }

        // On a weekend before the first working day nothing is expected yet.
        if (actual.Amount <= 0m || Moment.Expected.Amount == 0m)
        {
            return GoalStatus.OnTrack;
        }

        return policy.Judge(pace, previous);
    }
}

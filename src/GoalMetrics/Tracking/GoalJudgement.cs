namespace GoalMetrics;

// One judgement of one goal. Each nature of goal is computed in a file of its own.
internal sealed partial class GoalJudgement(GoalSituation situation, StatusPolicy policy, GoalStatus? previous)
{
    private GoalMoment Moment => situation.Moment;

    private GoalAim Aim => situation.Aim;

    private MeasuredGoal Measured => situation.Measured;

    private TimeToCome ToCome => Measured.TimeToCome;

    // Of what accumulates and what stands at a level, there is one.
    private GoalReading Reading => Measured.Readings[0];

    public GoalProgress Judge()
    {
        if (situation.Nature == GoalNature.Milestones)
        {
            return Milestones();
        }

        if (Aim.IsWhereItStarts)
        {
            return Unjudged(GoalStatus.Unknown);
        }

        // The progress of a level would be measured backwards; a flow accumulates all the same.
        if (situation.Nature == GoalNature.Level && Aim.LeadsWrongWay)
        {
            return Unjudged(GoalStatus.Unknown);
        }

        if (!Moment.HasStarted)
        {
            return Unjudged(GoalStatus.NotStarted);
        }

        if (Aim.LacksBaseline)
        {
            return WithoutBaseline();
        }

        return situation.Nature switch
        {
            GoalNature.Flow => Flow(),
            GoalNature.Level => Level(),
            _ => Stay(),
        };
    }

    // How well a value that is to be kept down ends: from a baseline, the share of the way; otherwise a limit that is kept is fully
    // attained, and one that is broken the less, the further the value lies beyond it.
    private Quantity KeptDown(Quantity end)
    {
        var (baseline, limit) = (Aim.Baseline, Aim.Target);
        if (!Aim.IsLimit)
        {
            return (baseline - end).DividedBy(baseline - limit, "baseline - target");
        }

        if (!end.IsDefined)
        {
            return end.WithUnit(Unit.Ratio);
        }

        if (end <= limit)
        {
            return Quantity.Ratio(1m);
        }

        if (limit.Amount < 0m)
        {
            return Quantity.Undefined(UndefinedReason.OutOfDomain, "target", Unit.Ratio);
        }

        return limit.RatioTo(end);
    }

    private GoalProgress Milestones()
    {
        var all = situation.Asked.Target.Milestones;
        var done = all.Where(IsDone).Sum(milestone => milestone.Weight);
        var attainment = Quantity.Ratio(done / all.Sum(milestone => milestone.Weight));
        if (!Moment.HasStarted && attainment.Amount < 1m)
        {
            return Unjudged(GoalStatus.NotStarted);
        }

        var pace = attainment.DividedBy(Moment.Expected, "expected");
        var status = attainment.Amount >= 1m ? GoalStatus.Achieved : UnlessClosed(GoalStatus.Missed, attainment, pace, Moment.Expected);
        var landing = pace.AmountOrNull > 1m ? Quantity.Ratio(1m) : pace;
        return new(situation, status) { Actual = attainment, Attainment = attainment, Pace = pace, Landing = landing };

        bool IsDone(Milestone milestone) =>
            milestone.CompletedOn is { } day
            && day < situation.Period.EndDate
            && situation.Period.Calendar.StartOfDay(day) < Moment.JudgedAt;
    }

    private GoalProgress Unjudged(GoalStatus status) => new(situation, status);

    // Neither the way nor, where no direction is stated, on which side of the target it leads.
    private GoalProgress WithoutBaseline()
    {
        if (Measured.Readings is [var reading, ..])
        {
            return new(situation, GoalStatus.Unknown) { Actual = reading.Value, Evidence = Measured.EvidenceOf(reading) };
        }

        return Unjudged(GoalStatus.Unknown);
    }

    private GoalStatus UnlessClosed(GoalStatus closed, Quantity attainment, Quantity pace, Quantity expected)
    {
        if (Moment.IsClosed)
        {
            return closed;
        }

        return UnderWay(attainment, pace, expected);
    }

    // Before any progress is expected, pace is undefined; a goal that has not fallen behind its baseline counts as on track.
    private GoalStatus UnderWay(Quantity attainment, Quantity pace, Quantity expected) =>
        (expected.Amount, attainment.AmountOrNull) switch
        {
            (0m, >= 0m) => GoalStatus.OnTrack,
            (0m, < 0m) => GoalStatus.OffTrack,
            _ => policy.Judge(pace, previous),
        };

    private Quantity Required(Quantity left, bool isThere)
    {
        // When the period is over, nothing that was reached or broken makes a difference: there is no day to bring anything.
        var path = Moment.Position;
        if (isThere && Moment.JudgedAt < situation.Period.End)
        {
            return PerDay(Scaled(left, 0m), 1m, path);
        }

        if (path.OwnElapsedDays is { } elapsed)
        {
            return PerDay(left, path.Days - elapsed, path);
        }

        return PerDay(Scaled(left, path.Whole), (path.Whole - path.Part) * path.Days, path);
    }

    // What came on each day of the path so far.
    private Quantity RunRate(Quantity actual)
    {
        var path = Moment.Position;
        if (path.OwnElapsedDays is { } elapsed)
        {
            return PerDay(actual, elapsed, path);
        }

        return PerDay(Scaled(actual, path.Whole), path.Part * path.Days, path);
    }

    // Hours per day are not a share, so the unit is kept; days per day would cancel, so they are stated in hours.
    private Quantity PerDay(Quantity amount, decimal days, PathPosition path)
    {
        var stated = situation.Asked.Target.InItsTime(amount);
        var hours = Unit.Duration(DurationUnit.Hour);
        var isInDays = stated.Unit == Unit.Duration(DurationUnit.Day);
        var rated = isInDays ? Scaled(stated, 24m).WithUnit(hours) : stated;
        return rated.Per(new Quantity(days, path.DayUnit), "days");
    }

    private static Quantity Scaled(Quantity amount, decimal factor) => amount * Quantity.Ratio(factor);

    // (above · factor) / (below · divisor): rounded once, so that a goal exactly on pace has a pace of exactly 1.
    private static Quantity Quotient(Quantity above, decimal factor, Quantity below, decimal divisor, string name) =>
        Scaled(above, factor).RatioTo(Scaled(below, divisor), name);
}

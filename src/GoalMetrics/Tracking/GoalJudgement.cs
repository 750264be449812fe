namespace GoalMetrics;

// One judgement of one goal. Each nature of goal is computed in a method of its own.
internal sealed class GoalJudgement(GoalSituation situation, StatusPolicy policy, GoalStatus? previous)
{
    public GoalProgress Judge()
    {
        if (situation.Nature == GoalNature.Milestones)
        {
            return Milestones();
        }

        situation.Measure();
        if (situation.Nature != GoalNature.Stay && IsWhereItStarts())
        {
            situation.Find(TrackingFindings.TargetIsBaseline, "target", [new("target", situation.Target)]);
            return Unjudged(GoalStatus.Unknown);
        }

        // The progress of a level would be measured backwards; a flow accumulates all the same.
        if (situation.Nature == GoalNature.Level && situation.LeadsWrongWay)
        {
            return Unjudged(GoalStatus.Unknown);
        }

        if (!situation.HasStarted)
        {
            return Unjudged(GoalStatus.NotStarted);
        }

        return situation.Nature switch
        {
            GoalNature.Flow => Flow(),
            GoalNature.Level => Level(),
            _ => Stay(),
        };
    }

    private bool IsWhereItStarts() =>
        situation.Baseline.IsDefined && situation.Target.IsDefined && situation.Baseline.CompareTo(situation.Target) == 0;

    private GoalProgress Flow()
    {
        var (target, expected, rises) = (situation.Target, situation.Expected, situation.Rises);
        var actual = ReadValue();
        var evidence = situation.EvidenceIn(0);
        if (!target.IsDefined || target.Amount < 0m || (rises && target.Amount == 0m))
        {
            situation.Find(TrackingFindings.NoTarget, "target", [new("reason", target)]);
            return new(situation, GoalStatus.Unknown) { Actual = actual, Evidence = evidence };
        }

        var attainment = actual.RatioTo(target);
        var pace = rises ? attainment.DividedBy(expected) : expected.DividedBy(attainment);
        var left = target - actual;
        return new(situation, FlowStatus(actual, left, attainment, pace))
        {
            Actual = actual,
            Evidence = evidence,
            Attainment = attainment,
            Pace = pace,
            Landing = actual.DividedBy(expected),
            RunRate = PerDay(actual, situation.ElapsedDays),
            RequiredRate = Required(left, left.AmountOrNull <= 0m),
        };
    }

    private GoalStatus FlowStatus(Quantity actual, Quantity left, Quantity attainment, Quantity pace)
    {
        if (!left.IsDefined)
        {
            return GoalStatus.Unknown;
        }

        if (situation.Rises)
        {
            return left.Amount <= 0m ? GoalStatus.Achieved : UnlessClosed(GoalStatus.Missed, attainment, pace);
        }

        if (left.Amount < 0m)
        {
            return GoalStatus.Missed;
        }

        if (situation.IsClosed)
        {
            return GoalStatus.Achieved;
        }

        return actual.Amount <= 0m ? GoalStatus.OnTrack : policy.Judge(pace, previous);
    }

    private GoalProgress Level()
    {
        var (baseline, target) = (situation.Baseline, situation.Target);
        if (situation.Goal.ReadEvery is { } every && situation.Windows.Count == 0)
        {
            situation.Find(TrackingFindings.NothingClosed, "read-every", [new("grain", every.Title())]);
            return Unjudged(GoalStatus.Unknown);
        }

        if (!baseline.IsDefined)
        {
            situation.Find(TrackingFindings.NoBaseline, "target/baseline", [new("reason", baseline)]);
        }

        var actual = ReadValue();
        var attainment = (actual - baseline).DividedBy(target - baseline, "target - baseline");
        var pace = attainment.DividedBy(situation.Expected);
        var left = target - actual;
        var isThere = situation.Rises ? left.AmountOrNull <= 0m : left.AmountOrNull >= 0m;
        var required = Required(left, isThere);
        return new(situation, LevelStatus(left, isThere, attainment, pace))
        {
            Actual = actual,
            Evidence = situation.EvidenceIn(0),
            Attainment = attainment,
            Pace = pace,
            Landing = actual,
            RequiredRate = left.Unit == Unit.Ratio ? required.WithUnit(Unit.PercentagePoint) : required,
            ReadIn = situation.Goal.ReadEvery is null ? null : situation.Windows[0].Period,
        };
    }

    private GoalStatus LevelStatus(Quantity left, bool isThere, Quantity attainment, Quantity pace)
    {
        if (!left.IsDefined)
        {
            return GoalStatus.Unknown;
        }

        if (isThere)
        {
            return situation.IsClosed ? GoalStatus.Achieved : GoalStatus.OnTrack;
        }

        return UnlessClosed(GoalStatus.Missed, attainment, pace);
    }

    private GoalProgress Stay()
    {
        if (situation.Windows.Count == 0)
        {
            situation.Find(TrackingFindings.NothingClosed, "read-every", [new("grain", (situation.Goal.ReadEvery ?? Grain.Month).Title())]);
            return Unjudged(GoalStatus.Unknown);
        }

        StayReading[] readings = [.. situation.Windows.Select(Read)];
        foreach (var reading in readings.Where(reading => reading.IsKept is null))
        {
            situation.Find(
                TrackingFindings.NoValue,
                "measure",
                [
                    new("measure", situation.Goal.Measure!.Id),
                    new("reason", reading.Value),
                    new("period", reading.Period),
                ]);
        }

        var known = readings.Count(reading => reading.IsKept is not null);
        var kept = Quantity.Count(readings.Count(reading => reading.IsKept == true));
        var attainment = kept.DividedBy(Quantity.Count(known), situation.Goal.Measure!.Id);
        return new(situation, StayStatus(attainment, known, readings.Length))
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

    // Broken once is broken for good; and with an unknown period at the end, the goal was not shown to be kept.
    private GoalStatus StayStatus(Quantity attainment, int known, int all)
    {
        if (known == 0)
        {
            return GoalStatus.Unknown;
        }

        if (attainment.Amount < 1m)
        {
            return GoalStatus.Missed;
        }

        if (!situation.IsClosed)
        {
            return GoalStatus.OnTrack;
        }

        return known == all ? GoalStatus.Achieved : GoalStatus.Unknown;
    }

    private StayReading Read(ReadingWindow window, int index)
    {
        var value = situation.ValueIn(index);
        return new(window.Period, value, value.IsDefined ? IsKept(value) : null);
    }

    // The value of a flow or a level, where the goal is judged.
    private Quantity ReadValue()
    {
        var value = situation.ValueIn(0);
        if (!value.IsDefined)
        {
            situation.Find(
                TrackingFindings.NoValue, "measure",
                [new("measure", situation.Goal.Measure!.Id), new("reason", value), new("period", situation.Period)]);
        }

        return value;
    }

    private GoalProgress Milestones()
    {
        var all = situation.GoalTarget.Milestones;
        var done = all.Where(IsDone).Sum(milestone => milestone.Weight);
        var attainment = Quantity.Ratio(done / all.Sum(milestone => milestone.Weight));
        if (!situation.HasStarted && attainment.Amount < 1m)
        {
            return Unjudged(GoalStatus.NotStarted);
        }

        var pace = attainment.DividedBy(situation.Expected, "expected");
        var status = attainment.Amount >= 1m ? GoalStatus.Achieved : UnlessClosed(GoalStatus.Missed, attainment, pace);
        var landing = pace.AmountOrNull > 1m ? Quantity.Ratio(1m) : pace;
        return new(situation, status) { Actual = attainment, Attainment = attainment, Pace = pace, Landing = landing };

        bool IsDone(Milestone milestone) =>
            milestone.CompletedOn is { } day && situation.Period.Calendar.StartOfDay(day) < situation.JudgedAt;
    }

    private bool IsKept(Quantity value) => situation.GoalTarget switch
    {
        { Kind: TargetKind.StayAtLeast, Value: { } least } => value >= least,
        { Kind: TargetKind.StayAtMost, Value: { } most } => value <= most,
        { Value: var lower, Upper: var upper } => value >= lower!.Value && value <= upper!.Value,
    };

    private GoalProgress Unjudged(GoalStatus status) => new(situation, status);

    private GoalStatus UnlessClosed(GoalStatus closed, Quantity attainment, Quantity pace) =>
        situation.IsClosed ? closed : UnderWay(attainment, pace);

    // Before any progress is expected, pace is undefined; a goal that has not fallen behind its baseline counts as on track.
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

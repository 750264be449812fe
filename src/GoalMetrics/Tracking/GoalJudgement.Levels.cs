namespace GoalMetrics;

// What stands at a level: rates, averages and balances.
internal sealed partial class GoalJudgement
{
    private GoalProgress Level()
    {
        if (FindsNoLevel())
        {
            return Unjudged(GoalStatus.Unknown);
        }

        if (Aim.IsLimit)
        {
            return LevelLimit();
        }

        if (situation.Asked.Target.Baseline is null)
        {
            situation.Report(TrackingFindings.NoBaseline, "target/baseline");
        }

        var actual = Reading.Value;
        if (ToCome.IsLeftOpen(actual))
        {
            return LeftOpen(actual);
        }

        return LevelOnItsWay(actual);
    }

    // Whether there is no period that is closed, or whole, to read it in. What is found says why.
    private bool FindsNoLevel()
    {
        if (!Measured.HasWindows && Measured.HasNothing)
        {
            // Why is found when the readings are read, though there is none to judge.
            Measured.Read();
            return true;
        }

        if (!Measured.HasWindows && situation.Goal.ReadEvery is { } every)
        {
            situation.Report(TrackingFindings.NothingClosed, "read-every", [new("grain", every.Title())]);
            return true;
        }

        if (Measured.CutGrain is { } grain)
        {
            FindNothingToJudge(grain, hasWhole: situation.Period.SplitBy(grain).Any(part => !part.IsPartial));
            return true;
        }

        return false;
    }

    private GoalProgress LevelOnItsWay(Quantity actual)
    {
        var (baseline, target, path) = (Aim.Baseline, Aim.Target, PathOfLevel);
        var attainment = (actual - baseline).DividedBy(target - baseline, "target - baseline");
        var pace = WithoutDust(Quotient(actual - baseline, path.Whole, target - baseline, path.Part, "expected"), actual);
        var left = target - actual;
        var isThere = IsThere(left);
        return new(situation, LevelStatus(actual, isThere, attainment, pace))
        {
            Actual = actual,
            Evidence = Measured.EvidenceOf(Reading),
            Attainment = attainment,
            Expected = Quantity.Ratio(path.Share),
            Pace = pace,
            Landing = actual,
            RequiredRate = RequiredOfLevel(left, isThere),
            ReadIn = ReadIn,
        };
    }

    private PathPosition PathOfLevel => ReadIn is { } part ? Moment.PositionFor(part) : Moment.Position;

    // A rate is a quotient that has been rounded, and so is a mean. A pace that is no further from a short number than that is the number:
    // what lies exactly on the path has a pace of 1.
    private Quantity WithoutDust(Quantity pace, Quantity actual)
    {
        if (pace.AmountOrNull is not { } value)
        {
            return pace;
        }

        const double Rounding = 1e-27;
        const double LastDecimal = 1e-28;
        const int Decimals = 12;
        var (path, way) = (PathOfLevel, Aim.Target - Aim.Baseline);
        var rounding = Rounding * (Math.Abs((double)actual.Amount) + Math.Abs((double)Aim.Baseline.Amount));
        var dust = Math.Max(rounding, LastDecimal) / Math.Abs((double)way.Amount) * (double)path.Whole / (double)path.Part;
        var near = Math.Round(value, Decimals);
        if (Math.Abs((double)(value - near)) <= dust)
        {
            return Quantity.Ratio(near);
        }

        return pace;
    }

    // A limit holds all the time, so nothing less than all of it is expected on the way.
    private GoalProgress LevelLimit()
    {
        var actual = Reading.Value;
        if (ToCome.IsLeftOpen(actual))
        {
            return LeftOpen(actual);
        }

        var attainment = KeptDown(actual);
        var left = Aim.Target - actual;
        var isKept = left.AmountOrNull >= 0m;
        var status = LevelStatus(actual, isKept, attainment, attainment);

        // A limit below zero has no share in what broke it, and is broken all the same.
        var isBroken = left.IsDefined && !attainment.IsDefined && status == GoalStatus.Unknown;
        return new(situation, isBroken ? GoalStatus.OffTrack : status)
        {
            Actual = actual,
            Evidence = Measured.EvidenceOf(Reading),
            Attainment = attainment,
            IsKeptDown = true,
            LimitUsed = actual.RatioTo(Aim.Target, "target"),
            Expected = Quantity.Ratio(1m),
            Pace = attainment,
            Landing = actual,
            RequiredRate = RequiredOfLevel(left, isKept),
            ReadIn = ReadIn,
        };
    }

    // What the missing days would add is not known.
    private GoalProgress LeftOpen(Quantity actual) => new(situation, GoalStatus.Unknown)
    {
        Actual = actual,
        Evidence = Measured.EvidenceOf(Reading),
        IsKeptDown = Aim.IsLimit,
        Expected = Quantity.Ratio(PathOfLevel.Share),
        ReadIn = ReadIn,
    };

    private ReportingPeriod? ReadIn
    {
        get
        {
            if (situation.Goal.ReadEvery is null)
            {
                return null;
            }

            return Reading.Period;
        }
    }

    private GoalStatus LevelStatus(Quantity actual, bool isThere, Quantity attainment, Quantity pace)
    {
        if (!(Aim.Target - actual).IsDefined)
        {
            return GoalStatus.Unknown;
        }

        if (ToCome.IsMissedForGood(actual))
        {
            return GoalStatus.Missed;
        }

        if (isThere && (Moment.IsClosed || ToCome.IsReachedForGood(actual)))
        {
            return GoalStatus.Achieved;
        }

        if (isThere)
        {
            return GoalStatus.OnTrack;
        }

        return UnlessClosed(GoalStatus.Missed, attainment, pace, Quantity.Ratio(PathOfLevel.Share));
    }

    // Whether the target is reached. While the amount is unknown, it is not.
    private bool IsThere(Quantity left) => Aim.Rises ? left.AmountOrNull <= 0m : left.AmountOrNull >= 0m;

    private Quantity RequiredOfLevel(Quantity left, bool isThere) =>
        Required(left.Unit == Unit.Ratio ? left.WithUnit(Unit.PercentagePoint) : left, isThere);
}

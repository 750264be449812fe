namespace GoalMetrics;

// Where the goal starts from, what it is to reach, and whether the one leads to the other.
internal sealed partial class GoalSituation
{
    public Quantity Baseline { get; private set; }

    public Quantity Target { get; private set; } = Quantity.Ratio(1m);

    // The measured baseline already lies on the better side of the target.
    public bool LeadsWrongWay { get; private set; }

    public bool IsWhereItStarts => !GoalTarget.IsStay
        && Baseline.IsDefined
        && Target.IsDefined
        && Baseline.CompareTo(Target) == 0;

    // Whether there is one that is not known, for want of data.
    public bool LacksBaseline => GoalTarget.Baseline is not null && !Baseline.IsDefined;

    // Whether the measure must rise to the target. Only where no direction is stated does the baseline decide.
    public bool Rises => GoalTarget.Kind switch
    {
        TargetKind.IncreaseBy => true,
        TargetKind.DecreaseBy => false,
        _ when Goal.Measure!.Direction != Direction.Neutral => Goal.Measure.Direction == Direction.HigherIsBetter,
        _ => !(Target < Baseline),
    };

    // Whether the value is to be kept at or below the target, with no baseline to come down from. One that is not known is no limit.
    public bool IsLimit => !Rises && (GoalTarget.Baseline is null || (Baseline.IsDefined && Target.IsDefined && Baseline <= Target));

    // Whether shares of the target can be attained. What accumulates is divided by it.
    public bool HasShares => Nature != GoalNature.Flow
        || (Target.IsDefined && Target.Amount >= 0m && !(Rises && Target.Amount == 0m));

    // Called once the plan has been read.
    public void Measure()
    {
        Baseline = KnownBaseline();
        Target = GoalTarget.ValueFrom(Baseline);
        LeadsWrongWay = !GoalTarget.IsStay && (Rises ? Target < Baseline : Target > Baseline);
        if (GoalTarget.Baseline?.Period is { } period && !_baselineIsPartial)
        {
            FindInBaseline(period);
        }

        FindInTarget();
    }

    // One that is measured over a period that is partly known is not known.
    private Quantity KnownBaseline()
    {
        if (GoalTarget.Baseline is not { } baseline)
        {
            return Quantity.Undefined(UndefinedReason.NoData, "baseline", Goal.Measure!.Unit);
        }

        if (baseline.Stated is { } stated)
        {
            return stated;
        }

        // A measure that looks back may need time before the period, too.
        var measured = _node!.Value(0, _part!.Total);
        if (measured.IsDefined && !_baselineIsPartial && _node.Coverage(0) == WindowCoverage.Partial)
        {
            _baselineIsPartial = true;
            var limits = LooksBackIn(_read[0]!, baseline.Period!) is { } days ? TableLimits.Because(days) : TableLimits.LooksBack;
            Find(
                GoalFindings.PartialBaseline,
                "target/baseline",
                [new("period", baseline.Period), new("limits", limits)]);
        }

        if (measured.IsDefined && (_baselineIsPartial || _node.CutGrain(0) is not null))
        {
            return Quantity.Undefined(UndefinedReason.InsufficientData, "baseline", measured.Unit);
        }

        return measured;
    }

    // Scores may well start at zero or below it.
    private void FindInBaseline(ReportingPeriod period)
    {
        if (!Baseline.IsDefined)
        {
            Find(GoalFindings.BaselineUnknown, "target/baseline", [new("reason", Baseline), new("period", period)]);
        }
        else if (Baseline.Amount <= 0m && Baseline.Unit!.Kind != UnitKind.Score && !IsWhereItStarts && !LeadsWrongWay)
        {
            var kind = Baseline.Amount == 0m ? GoalFindings.ZeroBaseline : GoalFindings.NegativeBaseline;
            Find(kind, "target/baseline", [new("baseline", Baseline), new("period", period)]);
        }
    }

    // What a baseline that is not known leaves open has been said.
    private void FindInTarget()
    {
        if (IsWhereItStarts)
        {
            Find(GoalFindings.TargetIsBaseline, "target", [new("target", Target)]);
        }
        else if (LeadsWrongWay)
        {
            Find(GoalFindings.WrongWay, "target", [new("baseline", GoalTarget.InItsTime(Baseline)), new("target", Target)]);
        }

        if (HasShares || IsWhereItStarts)
        {
            return;
        }

        if (Target.IsDefined)
        {
            Find(GoalFindings.NoShare, "target", [new("target", GoalTarget.InItsTime(Target))]);
        }
        else if (Baseline.IsDefined)
        {
            Find(GoalFindings.NoTarget, "target", [new("reason", Target)]);
        }
    }
}

namespace GoalMetrics;

// Where a goal starts from, what it is to reach, and whether the one leads to the other.
internal sealed class GoalAim
{
    private readonly AskedGoal _goal;

    public GoalAim(AskedGoal goal, Quantity baseline)
        : this(goal, baseline, goal.Target.ValueFrom(baseline))
    {
    }

    private GoalAim(AskedGoal goal, Quantity baseline, Quantity target)
    {
        _goal = goal;
        Baseline = baseline;
        Target = target;
    }

    public Quantity Baseline { get; }

    public Quantity Target { get; }

    // The measured baseline already lies on the better side of the target.
    public bool LeadsWrongWay
    {
        get
        {
            if (_goal.Target.IsStay)
            {
                return false;
            }

            if (Rises)
            {
                return Target < Baseline;
            }

            return Target > Baseline;
        }
    }

    public bool IsWhereItStarts => !_goal.Target.IsStay
        && Baseline.IsDefined
        && Target.IsDefined
        && Baseline.CompareTo(Target) == 0;

    // Whether there is one that is not known, for want of data.
    public bool LacksBaseline => _goal.Target.Baseline is not null && !Baseline.IsDefined;

    // Whether the measure must rise to the target. Only where no direction is stated does the baseline decide.
    public bool Rises => _goal.Target.Kind switch
    {
        TargetKind.IncreaseBy => true,
        TargetKind.DecreaseBy => false,
        _ when _goal.Measure.Direction != Direction.Neutral => _goal.Measure.Direction == Direction.HigherIsBetter,
        _ => !(Target < Baseline),
    };

    // Whether the value is to be kept at or below the target, with no baseline to come down from. One that is not known is no limit.
    public bool IsLimit => !Rises
        && (_goal.Target.Baseline is null || (Baseline.IsDefined && Target.IsDefined && Baseline <= Target));

    // Whether shares of the target can be attained. What accumulates is divided by it.
    public bool HasShares => _goal.Nature != GoalNature.Flow
        || (Target.IsDefined && Target.Amount >= 0m && !(Rises && Target.Amount == 0m));

    // All milestones are to be reached, from nothing.
    public static GoalAim OfMilestones(AskedGoal goal) => new(goal, default, Quantity.Ratio(1m));

    public bool IsReachedBy(Quantity actual)
    {
        if (Rises)
        {
            return actual >= Target;
        }

        return actual <= Target;
    }
}

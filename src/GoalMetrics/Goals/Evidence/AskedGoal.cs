namespace GoalMetrics;

// A goal as its data are asked about it: by what it is judged, and in which periods it is read.
internal sealed class AskedGoal
{
    public AskedGoal(SmartGoal goal)
    {
        Goal = goal;
        Period = goal.Period!;
        Target = goal.Target!;
        Nature = NatureOf(goal);
    }

    public SmartGoal Goal { get; }

    public ReportingPeriod Period { get; }

    public Target Target { get; }

    public GoalNature Nature { get; }

    // Milestones have none, and it is not asked for then.
    public Measure Measure => Goal.Measure!;

    // Null where the baseline is stated, or there is none.
    public ReportingPeriod? BaselinePeriod => Target.Baseline?.Period;

    // The shorter periods that it is to be read in, if that is stated of the goal itself.
    public Grain? ReadEvery => Goal.ReadEvery;

    // By which periods a value is kept.
    public Grain KeptBy => Goal.ReadsEvery ?? Grain.Month;

    // Whether it is read in shorter periods than its own.
    public bool IsReadInParts => Nature == GoalNature.Stay || ReadEvery is not null;

    // Whether any period that a value is kept by lies in the goal's period at all.
    public bool HoldsPartsToJudge => Period.SplitBy(KeptBy).Any(IsJudged);

    // Parts of periods at the edges of the goal's period are left out of what grows with time, as the limit is one for whole periods.
    public bool IsJudged(ReportingPeriod part) => !part.IsPartial || !Measure.GrowsWithTime;

    // The periods that the measure is read in, now or later.
    public List<ReportingPeriod> PeriodsToRead()
    {
        if (Nature == GoalNature.Stay)
        {
            return [.. Period.SplitBy(KeptBy).Where(IsJudged)];
        }

        if (ReadEvery is { } grain)
        {
            return [.. Period.SplitBy(grain).Where(part => !part.IsPartial)];
        }

        return [Period];
    }

    // A finding about a part of the goal.
    public Finding Finding(FindingKind kind, string part, IEnumerable<FindingArgument>? arguments = null) =>
        kind.At($"goals/{Goal.Id}/{part}", arguments);

    private static GoalNature NatureOf(SmartGoal goal)
    {
        if (goal.Target!.Kind == TargetKind.Complete)
        {
            return GoalNature.Milestones;
        }

        if (goal.Target.IsStay)
        {
            return GoalNature.Stay;
        }

        if (goal.Measure!.Additivity == Additivity.Additive)
        {
            return GoalNature.Flow;
        }

        return GoalNature.Level;
    }
}

namespace GoalMetrics;

// A goal as part of a plan: judged once the plan has been read, or right away if the goal is incomplete.
internal sealed class PlannedGoal
{
    private readonly GoalTracker _tracker;
    private readonly GoalSituation? _situation;
    private readonly GoalProgress? _settled;

    public PlannedGoal(GoalTracker tracker, GoalSituation situation)
    {
        _tracker = tracker;
        _situation = situation;
    }

    public PlannedGoal(GoalTracker tracker, GoalProgress settled)
    {
        _tracker = tracker;
        _settled = settled;
    }

    public GoalProgress Judge(GoalStatus? previous) =>
        _settled ?? new GoalJudgement(_situation!, _tracker.Policy, previous).Judge();
}

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

    // Where one goal of many fails, it is unknown, and the others stand.
    public static PlannedGoal Of(SmartGoal goal, GoalTracker tracker, ReadingPlan plan, Exception? refusal)
    {
        if (refusal is not null)
        {
            return new(tracker, Failed(goal, plan, refusal));
        }

        try
        {
            return tracker.Plan(goal, plan);
        }
        catch (Exception error) when (Failure.IsOfOne(error))
        {
            return new(tracker, Failed(goal, plan, error));
        }
    }

    // What was found beside the plan.
    public void AddMisspelt(IEnumerable<Finding> misspelt) => _situation?.AddMisspelt(misspelt);

    public GoalProgress Judge(GoalStatus? previous) =>
        _settled ?? new GoalJudgement(_situation!, _tracker.Policy, previous).Judge();

    public GoalProgress JudgeOrFail()
    {
        try
        {
            return Judge(previous: null);
        }
        catch (Exception error) when (Failure.IsOfOne(error))
        {
            return Failed(_situation!.Goal, _situation.Plan, error);
        }
    }

    private static GoalProgress Failed(SmartGoal goal, ReadingPlan plan, Exception error) => new(goal, plan.AsOf)
    {
        Findings = [FailureFinding.At($"goals/{goal.Id}", goal.Id, error)],
    };
}

using System.Diagnostics;

namespace GoalMetrics;

// What an activity says of the goals that a question is about.
internal static class GoalActivity
{
    public static void AddGoal(this Activity activity, SmartGoal goal)
    {
        activity.SetTag("goal.id", goal.Id);
        activity.AddMeasures(goal.Measure is { } measure ? [measure] : []);
    }

    public static void AddStrategy(this Activity activity, Strategy strategy)
    {
        activity.AddMeasures(
            [.. strategy.Kpis, .. strategy.AllPerformanceIndicators, .. strategy.Goals.Select(goal => goal.Measure).OfType<Measure>()]);
        activity.SetTag("goalmetrics.goals", strategy.Goals.Select(goal => goal.Id).ToArray());
    }
}

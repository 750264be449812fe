namespace GoalMetrics.Benchmarks;

/// <summary>Loading at the end of a run, in memory that the process has used before.</summary>
internal sealed class LoadingAgainRows : IGoalGroup
{
    public string Name => "again";

    public IEnumerable<GoalRow> Measure(GoalRun run) =>
        [LoadingRows.Row(
            run,
            run.Objects(FactOrder.Sorted),
            "loading objects, all five columns, at the end of the run",
            GoalLimit.AtMost(LoadingRows.Limit))];
}

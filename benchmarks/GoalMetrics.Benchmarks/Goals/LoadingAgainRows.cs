namespace GoalMetrics.Benchmarks;

/// <summary>
/// Loading at the end of a run, when the process has memory to give: then a list, which does next to nothing else, gains more than a
/// table does.
/// </summary>
internal sealed class LoadingAgainRows : IGoalGroup
{
    public string Name => "again";

    public IEnumerable<GoalRow> Measure(GoalRun run) =>
        [LoadingRows.Row(run, run.Objects(FactOrder.Sorted), "loading objects, all five columns, in memory that was used before", null, Shop.Load)];
}

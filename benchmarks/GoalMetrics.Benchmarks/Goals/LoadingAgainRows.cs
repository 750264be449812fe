namespace GoalMetrics.Benchmarks;

/// <summary>
/// Loading at the end of a run, in memory that the process has used before: then a list, which does next to nothing else, gains more
/// than a table does.
/// </summary>
internal sealed class LoadingAgainRows : IGoalGroup
{
    public string Name => "again";

    public IEnumerable<GoalRow> Measure(GoalRun run) =>
        [LoadingRows.Row(run, run.Objects(FactOrder.Sorted), "loading objects, all five columns, at the end of the run", null, Shop.Load)];
}

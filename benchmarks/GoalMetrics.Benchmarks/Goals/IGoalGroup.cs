namespace GoalMetrics.Benchmarks;

/// <summary>Goals that are measured together, over the same data.</summary>
internal interface IGoalGroup
{
    /// <summary>The name for <c>--only</c>.</summary>
    string Name { get; }

    /// <summary>Compares the answers of both sides, then measures.</summary>
    IEnumerable<GoalRow> Measure(GoalRun run);
}

namespace GoalMetrics.Benchmarks;

/// <summary>What a table of W1 holds.</summary>
internal sealed class MemoryRows : IGoalGroup
{
    public string Name => "memory";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        var rows = run.Options.Rows;
        var held = HeldMemory.Megabytes(rows);
        yield return new(FormattableString.Invariant($"{rows:N0} rows of W1, held"), GoalLimit.AtMost(250, "MB"), new(held, "MB"), HeldMemory.Each(held, rows));
    }
}

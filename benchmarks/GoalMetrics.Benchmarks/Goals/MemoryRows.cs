namespace GoalMetrics.Benchmarks;

/// <summary>What a table of W1 holds.</summary>
internal sealed class MemoryRows : IGoalGroup
{
    public string Name => "memory";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        var rows = run.Options.Rows;
        var held = HeldMemory.Megabytes(rows);
        var goal = FormattableString.Invariant($"{rows:N0} rows of W1, held");
        yield return new(goal, GoalLimit.AtMost(250, "MB"), new(held, "MB"), HeldMemory.Each(held, rows));
    }
}

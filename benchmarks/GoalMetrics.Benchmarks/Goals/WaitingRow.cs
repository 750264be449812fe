namespace GoalMetrics.Benchmarks;

/// <summary>The place of a goal whose measurement is not there yet.</summary>
internal sealed class WaitingRow(string name, string goal, GoalLimit limit, string waitsFor) : IGoalGroup
{
    public string Name => name;

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        yield return new(goal, limit, null, $"waits for {waitsFor}");
    }
}

namespace GoalMetrics.Benchmarks;

/// <summary>
/// What tables of 1 to 100 million rows hold, and whether that grows with the rows. The largest is that of <c>--rows</c>.
/// </summary>
internal sealed class MemoryGrowthRows : IGoalGroup
{
    private const int LargestByDefault = 100_000_000;
    private const int Reference = 10_000_000;
    private const double LinearWithin = 1.05;
    private static readonly int[] Sizes = [1_000_000, 3_000_000, Reference, 30_000_000, LargestByDefault];

    public string Name => "memory-growth";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        var eachRow = new Dictionary<int, double>();
        foreach (var rows in Sizes.Where(size => size <= (run.Options.AskedRows ?? LargestByDefault)))
        {
            var held = HeldMemory.Megabytes(rows);
            eachRow.Add(rows, held / rows);
            var limit = rows == Reference ? GoalLimit.AtMost(250, "MB") : null;
            var size = FormattableString.Invariant($"{rows:N0} rows of W1, held");
            yield return new(size, limit, new(held, "MB"), HeldMemory.Each(held, rows));
        }

        if (eachRow.Keys.Max() is var largest and > Reference)
        {
            var goal = FormattableString.Invariant($"a row of {largest:N0}, against one of {Reference:N0}");
            var growth = Measurement.Ratio(eachRow[largest], eachRow[Reference]);
            yield return new(goal, GoalLimit.AtMost(LinearWithin), growth, "growth is linear");
        }
    }
}

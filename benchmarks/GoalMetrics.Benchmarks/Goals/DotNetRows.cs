namespace GoalMetrics.Benchmarks;

/// <summary>W1 in Copenhagen against what .NET has for it: LINQ, Microsoft.Data.Analysis, and Deedle for information.</summary>
internal sealed class DotNetRows : IGoalGroup
{
    // It needs seconds for a million.
    private const int MostDeedleRows = 1_000_000;

    public string Name => "w1-dotnet";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        foreach (var order in Enum.GetValues<FactOrder>())
        {
            yield return Linq(run, order);
            yield return DataFrame(run, order);
        }

        yield return Deedle(run);
    }

    private static GoalRow Linq(GoalRun run, FactOrder order)
    {
        var facts = run.Objects(order);
        var goal = $"W1 {order.Word()}, faster than LINQ GroupBy";
        return Row(run, run.Shop(order), goal, 35, "LINQ", () => LinqGroupBy.ByMonth(facts, GoalRun.Zone));
    }

    private static GoalRow DataFrame(GoalRun run, FactOrder order)
    {
        var frame = new DataFrameGroupBy(run.Columns(order), GoalRun.Zone);
        var goal = $"W1 {order.Word()}, faster than Microsoft.Data.Analysis, its key stored";
        return Row(run, run.Shop(order), goal, 25, "GroupBy", frame.ByMonth);
    }

    private static GoalRow Deedle(GoalRun run)
    {
        var columns = FactColumns.Make(Math.Min(run.Options.Rows, MostDeedleRows), FactOrder.Sorted);
        var deedle = new DeedleAggregate(columns, GoalRun.Zone);
        var goal = FormattableString.Invariant($"W1 sorted, {columns.Count:N0} rows, faster than Deedle, its key stored");
        return Row(run, new(columns.Facts()), goal, null, "Deedle", deedle.ByMonth);
    }

    private static GoalRow Row(GoalRun run, Shop shop, string goal, double? limit, string peer, Func<IReadOnlyList<Cell>> peers)
    {
        Cell.CheckSame(peer, peers(), shop.AnswerByMonth(shop.Copenhagen));
        var found = run.Rounds.Measure(() => shop.AnswerByMonth(shop.Copenhagen), () => peers());
        return GoalRow.FasterThanPeer(goal, limit is { } times ? GoalLimit.AtLeast(times) : null, peer, found);
    }
}

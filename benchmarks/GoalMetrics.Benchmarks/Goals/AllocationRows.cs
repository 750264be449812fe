namespace GoalMetrics.Benchmarks;

/// <summary>
/// What W1 allocates after warm-up, the result excluded: the bytes of the query over all rows less the bytes of the same query over
/// so few that only the result, the plan and the groups are left. Both have the same 192 cells.
/// </summary>
internal sealed class AllocationRows : IGoalGroup
{
    private const int FewRows = 20_000;
    private const int Runs = 7;

    public string Name => "w1-allocation";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        var few = new Shop(FactRow.Generate(FewRows).Select(row => row.ToFact()));
        foreach (var order in Enum.GetValues<FactOrder>())
        {
            yield return Row(run.Shop(order), few, order);
        }
    }

    private static GoalRow Row(Shop shop, Shop few, FactOrder order)
    {
        if (shop.Copenhagen.Query(shop.ByMonth).Count != few.Copenhagen.Query(few.ByMonth).Count)
        {
            throw new InvalidOperationException("The small table does not have the cells of the large one.");
        }

        var (all, result) = (Kilobytes(shop), Kilobytes(few));
        var detail = FormattableString.Invariant($"{all:0} KB, of these {result:0} KB also over {FewRows:N0} rows");
        var goal = $"W1 {order.Word()}, allocated after warm-up, result excluded";
        return new(goal, GoalLimit.AtMost(256, "KB"), new(Math.Max(0, all - result), "KB"), detail);
    }

    // Of all threads, so that work done elsewhere is not overlooked.
    private static double Kilobytes(Shop shop)
    {
        shop.Copenhagen.Query(shop.ByMonth);
        return Medians.Of(Enumerable.Range(0, Runs).Select(_ =>
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            shop.Copenhagen.Query(shop.ByMonth);
            return (GC.GetTotalAllocatedBytes(precise: true) - before) / 1024.0;
        }));
    }
}

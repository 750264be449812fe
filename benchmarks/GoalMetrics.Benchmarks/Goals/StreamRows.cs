namespace GoalMetrics.Benchmarks;

/// <summary>W1 in Copenhagen against the bandwidth of the memory.</summary>
internal sealed class StreamRows : IGoalGroup
{
    public string Name => "w1-stream";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        yield return Against(run, FactOrder.Sorted, 1.8);
        yield return Against(run, FactOrder.Shuffled, 5);
    }

    private static GoalRow Against(GoalRun run, FactOrder order, double limit)
    {
        var (shop, stream) = (run.Shop(order), new Stream(run.Columns(order)));
        Check(shop.AnswerByMonth(shop.Copenhagen), stream);
        var found = run.Rounds.Measure(() => shop.AnswerByMonth(shop.Copenhagen), () => stream.Add());
        var row = GoalRow.TimeOfPeer($"W1 {order.Word()}, against stream", GoalLimit.AtMost(limit), "stream", found);
        var gigabytes = (double)Stream.BytesPerRow * run.Options.Rows / found.Peers;
        return row with { Detail = FormattableString.Invariant($"{row.Detail} ({Stream.BytesPerRow} bytes a row, {gigabytes:0.0} GB/s)") };
    }

    private static void Check(IReadOnlyList<Cell> cells, Stream stream)
    {
        var (_, _, orders, cents) = stream.Add();
        if (cells.Sum(cell => cell.Orders) != orders || cells.Sum(cell => cell.Revenue) != new decimal(cents) / 100m)
        {
            throw new InvalidOperationException($"stream adds up {orders} orders and {cents} øre, the library does not.");
        }
    }
}

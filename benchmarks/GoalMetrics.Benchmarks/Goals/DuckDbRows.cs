namespace GoalMetrics.Benchmarks;

/// <summary>W1 in UTC against DuckDB: its natural SQL, the month stored, and exact distinct customers.</summary>
internal sealed class DuckDbRows : IGoalGroup
{
    public string Name => "w1-duckdb";

    public IEnumerable<GoalRow> Measure(GoalRun run) =>
        Against(run, FactOrder.Sorted, natural: 30, stored: 4, distinct: 20)
            .Concat(Against(run, FactOrder.Shuffled, natural: 12, stored: 1.5, distinct: 12));

    private static IEnumerable<GoalRow> Against(GoalRun run, FactOrder order, double natural, double stored, double distinct)
    {
        var shop = run.Shop(order);
        using var duckDb = new DuckDb(run.Columns(order));
        var peer = $"DuckDB {duckDb.Version}";
        yield return Row("its natural SQL", natural, () => shop.AnswerByMonth(shop.Utc), () => duckDb.ByMonth(DuckDb.MonthOfTime));
        yield return Row("the month key stored", stored, () => shop.AnswerByMonth(shop.Utc), () => duckDb.ByMonth(DuckDb.StoredMonth));
        yield return Row("with exact distinct customers", distinct, () => shop.AnswerWithCustomers(shop.Utc), duckDb.ByMonthWithCustomers);

        GoalRow Row(string what, double limit, Func<IReadOnlyList<Cell>> ours, Func<IReadOnlyList<Cell>> peers)
        {
            Cell.CheckSame(peer, peers(), ours());
            var found = run.Rounds.Measure(() => ours(), () => peers());
            return GoalRow.FasterThanPeer($"W1 {order.Word()}, faster than DuckDB, {what}", GoalLimit.AtLeast(limit), peer, found);
        }
    }
}

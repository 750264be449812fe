namespace GoalMetrics.Benchmarks;

/// <summary>Facts into local days, counted, in Copenhagen, against <c>Instant.InZone(zone).Date</c> for each row.</summary>
internal sealed class DayRows : IGoalGroup
{
    public string Name => "days";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        yield return Against(run, FactOrder.Sorted, 0.4);
        yield return Against(run, FactOrder.Shuffled, 0.1);
    }

    private static GoalRow Against(GoalRun run, FactOrder order, double limit)
    {
        var (shop, columns) = (run.Shop(order), run.Columns(order));
        if (!shop.AnswerByDay().SequenceEqual(NodaDays.Count(columns.Ticks, GoalRun.Zone)))
        {
            throw new InvalidOperationException("NodaTime and the library count different visits by day.");
        }

        var found = run.Rounds.Measure(() => shop.AnswerByDay(), () => NodaDays.Count(columns.Ticks, GoalRun.Zone));
        var goal = $"local days, {order.Word()}, against Instant.InZone(zone).Date";
        var row = GoalRow.TimeOfPeer(goal, GoalLimit.AtMost(limit), "NodaTime", found);
        var (ours, peers) = found.Each(run.Options.Rows);
        return row with { Detail = $"{Elapsed.Show(ours)} a row; NodaTime {Elapsed.Show(peers)}" };
    }
}

using Perfolizer.Horology;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// W1 shuffled, and with exact distinct customers, on two threads against one: in turn, on the wall, the fastest of each, as other work on
/// the machine takes the second processor away.
/// </summary>
internal sealed class ThreadRows : IGoalGroup
{
    private const int Threads = 2;
    private const int Runs = 40;

    public string Name => "w1-threads";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        var shop = run.Shop(FactOrder.Shuffled);
        yield return Row("W1 shuffled", shop, shop.AnswerByMonth);
        yield return Row("W1 shuffled, with exact distinct customers", shop, shop.AnswerWithCustomers);
    }

    private static GoalRow Row(string what, Shop shop, Func<InMemorySource, IReadOnlyList<Cell>> answer)
    {
        var (one, two) = (shop.InCopenhagen(threads: 1), shop.InCopenhagen(Threads));
        Cell.CheckSame("one thread", answer(one), answer(two));
        var rounds = new Rounds(Chronometer.BestClock);
        var (ours, peers) = rounds.Fastest(() => answer(two), () => answer(one), Runs);
        var row = GoalRow.Of(
            $"{what}, two threads against one", GoalLimit.AtLeast(1.5), ours, "one thread", peers, Measurement.Ratio(peers, ours));
        return row with { Detail = $"{row.Detail}; on the wall, the fastest of {Runs}; {Environment.ProcessorCount} processors" };
    }
}

using System.Diagnostics;

namespace GoalMetrics.Benchmarks;

/// <summary>Sixteen threads that ask the same table at once: every answer is the same, and more of them come than on one thread.</summary>
internal sealed class LoadRows : IGoalGroup
{
    private const int Threads = 16;
    private const int QueriesOfThread = 2;

    public string Name => "load-threads";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        foreach (var order in Enum.GetValues<FactOrder>())
        {
            var shop = run.Shop(order);
            var expected = shop.AnswerByMonth(shop.Copenhagen);
            var one = Stopwatch.StartNew();
            var wrong = Wrong(shop, expected, Threads * QueriesOfThread);
            one.Stop();

            var many = Stopwatch.StartNew();
            wrong += OnThreads(() => Wrong(shop, expected, QueriesOfThread));
            many.Stop();

            yield return new(
                $"W1 {order.Word()}, {Threads} threads at once, answers that differ",
                GoalLimit.AtMost(0, "answers"),
                new(wrong, "answers"),
                $"of {2 * Threads * QueriesOfThread}");
            yield return GoalRow.FasterThanPeer(
                $"W1 {order.Word()}, {Threads} threads at once, queries in the same time",
                null,
                $"on {Environment.ProcessorCount} processors, on the wall; one thread",
                new Medians(many.Elapsed.TotalNanoseconds, one.Elapsed.TotalNanoseconds).Each(Threads * QueriesOfThread));
        }
    }

    private static int Wrong(Shop shop, IReadOnlyList<Cell> expected, int queries) =>
        Enumerable.Range(0, queries).Count(_ => !shop.AnswerByMonth(shop.Copenhagen).SequenceEqual(expected));

    private static int OnThreads(Func<int> work)
    {
        var results = new int[Threads];
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() => results[number] = work())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return results.Sum();
    }
}

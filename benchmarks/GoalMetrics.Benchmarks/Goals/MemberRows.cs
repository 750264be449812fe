using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>Many members: the largest few of millions, and distinct ones in windows that overlap.</summary>
internal sealed class MemberRows : IGoalGroup
{
    private const int Members = 5_000_000;
    private const int RollingRows = 100_000;
    private static readonly LocalDate FirstDay = new(2026, 1, 1);

    public string Name => "members";

    public IEnumerable<GoalRow> Measure(GoalRun run) => Top().Concat(Rolling(run));

    // Each member has one fact; which ones are largest is known ahead.
    private static IEnumerable<GoalRow> Top()
    {
        var table = FactTable.From("accounts", Enumerable.Range(0, Members))
            .At(_ => FirstDay)
            .Dimension("account", account => account)
            .Value("balance", account => account, Unit.Count())
            .Build();
        var source = new InMemorySource(ReportingCalendar.Utc, table) { MaxThreads = 1 };
        var balance = Metric.Sum("balance", table, "balance");
        var query = Query.For(balance).By("account").Top(5, "account", by: balance).OrderedBy(balance);
        if (source.Query(query).Rows[0][balance].Amount != Members - 1)
        {
            throw new InvalidOperationException("The first of the top members is not the largest.");
        }

        GC.Collect();
        var start = TimeProvider.System.GetTimestamp();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        source.Query(query);
        var megabytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6;
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        yield return new("Top(5) of 5,000,000 members", GoalLimit.AtMost(2, "s"), new(seconds, "s"), "on the wall, the second time");
        yield return new("Top(5) of 5,000,000 members, allocated", GoalLimit.AtMost(500, "MB"), new(megabytes, "MB"), "");
    }

    private static IEnumerable<GoalRow> Rolling(GoalRun run)
    {
        var shop = Shop.Of(RollingRows);
        var rolling = shop.Customers.Rolling(28, Grain.Day);
        var query = Query.For(rolling).Between(FirstDay, FirstDay.PlusYears(2)).By(Grain.Day);
        var found = WarmCalls.Of(() => shop.Copenhagen.Query(query), run.Options.Clock);
        yield return new(
            "rolling 28-day distinct by day over two years, 100,000 rows",
            GoalLimit.AtMost(10, "ms"),
            new(found.Nanoseconds / 1e6, "ms"),
            FormattableString.Invariant($"{found.Bytes / 1024:0} KB allocated"));
    }
}

using System.Diagnostics;
using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// An hour of live facts from four threads, some of them late, while queries are answered: in constant memory, and none is lost.
/// </summary>
internal sealed class LiveHourRows : IGoalGroup
{
    private const int Threads = 4;
    private const int LateOneIn = 20;
    private const int LatestHours = 24;
    private const int Warm = 5_000_000;
    private const int Facts = 50_000_000;
    private const long TicksOfHour = NodaConstants.TicksPerHour;
    private const double ConstantWithin = 1.01;

    private static readonly Instant Start = Instant.FromUtc(2026, 3, 10, 12, 0);

    public string Name => "load-hour";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        var schema = TableSchema.Named("visits", FactTime.Instant).Dimension("channel").Dimension("customer")
            .Value("orders", Unit.Count("order")).Value("revenue", Unit.Money("DKK"));
        var visits = Metric.Count("visits", schema, "visit");
        var orders = Metric.Sum("orders", schema, "orders");
        var revenue = Metric.Sum("revenue", schema, "revenue");
        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
        var live = LiveTable.Of(schema, calendar).By(Grain.Hour, "channel")
            .Keeping(
                visits,
                orders,
                revenue,
                Metric.Average("mean", schema, "revenue"),
                Metric.Min("least", schema, "revenue"),
                Metric.Max("most", schema, "revenue"),
                Metric.ApproximateCountDistinct("customers", schema, "customer", "customer"),
                Metric.ApproximatePercentile("p95", schema, "revenue", 0.95m))
            .Build();
        var source = new InMemorySource(calendar, live);
        var customers = Enumerable.Range(0, 100_000).Select(number => $"c{number}").ToArray();

        // The same threads all the time, so that they warm up what they use.
        using var warmedUp = new Barrier(Threads + 1);
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            Add(live, customers, number, 0, Warm);
            warmedUp.SignalAndWait();
            warmedUp.SignalAndWait();
            Add(live, customers, number, Warm, Facts);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        warmedUp.SignalAndWait();
        var warm = Held();
        var time = Stopwatch.StartNew();
        warmedUp.SignalAndWait();
        var queries = 0;
        while (threads.Exists(thread => thread.IsAlive))
        {
            _ = source.Query(Query.For(visits, revenue).By("channel").By(Grain.Hour));
            queries++;
            Thread.Sleep(100);
        }

        time.Stop();
        var end = Held();
        var total = source.Query(Query.For(visits, orders, revenue)).Total;
        bool[] right = [total[visits].Amount == Facts, total[orders].Amount == Facts / 25m, total[revenue].Amount == Facts];
        var wrong = right.Count(isRight => !isRight);
        yield return new(
            FormattableString.Invariant($"memory after {Facts:N0} live facts, against that after {Warm:N0}"),
            GoalLimit.AtMost(ConstantWithin),
            Measurement.Ratio(end, warm),
            FormattableString.Invariant(
                $"{end / 1e6:0.00} MB; {warm / 1e6:0.00} MB; {live.FactCount:N0} facts, {queries} queries meanwhile"));
        yield return new(
            FormattableString.Invariant($"wrong totals of {Facts:N0} live facts"),
            GoalLimit.AtMost(0, "totals"),
            new(wrong, "totals"),
            $"of 3; {total[revenue].ToString(null)}");
        yield return new(
            $"one live fact of two dimensions into 8 metrics, {Threads} threads, on the wall",
            null,
            new(time.Elapsed.TotalNanoseconds / (Facts - Warm), "ns"),
            $"on {Environment.ProcessorCount} processors");
        GC.KeepAlive(customers);
    }

    private static double Held() => GC.GetTotalMemory(forceFullCollection: true);

    private static void Add(LiveTable live, string[] customers, int thread, int from, int until)
    {
        for (var fact = from + thread; fact < until; fact += Threads)
        {
            // What is the same for all threads in turn, so that each of them has every channel, and late facts.
            var turn = fact / Threads;
            var ticks = (TicksOfHour / Facts * fact) - (turn % LateOneIn == 0 ? TicksOfHour * (turn / LateOneIn % LatestHours) : 0);
            live.Add(
                Start + Duration.FromTicks(ticks),
                [FactRow.Channels[turn % 8], customers[(int)(fact * 7_919L % customers.Length)]],
                [fact % 25 == 0 ? 1 : 0, 0.50m * (fact % 5)]);
        }
    }
}

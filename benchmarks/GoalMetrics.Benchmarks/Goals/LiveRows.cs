namespace GoalMetrics.Benchmarks;

/// <summary>A measurement into a live accumulator against OpenTelemetry's counter with its SDK, on one thread and on two.</summary>
internal sealed class LiveRows : IGoalGroup
{
    private const int Visits = 4_000_000;

    public string Name => "live";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        using var counter = new OpenTelemetryCounter();
        var live = LiveSide.Create();
        Check("OpenTelemetry", counter.Add, counter.Total);
        Check("The live table", live.Add, live.Total);
        Check("The live table on two threads", OnTwoThreads(live.Add), live.Total);

        yield return Row(run, "one measurement, live, against OpenTelemetry's Counter.Add", live.Add, counter.Add);
        yield return Row(run, "one measurement, live, two threads", OnTwoThreads(live.Add), OnTwoThreads(counter.Add));
        yield return HundredMetrics(run, live.AddToHundredMetrics);
    }

    private static GoalRow Row(GoalRun run, string goal, Action<int> ours, Action<int> peers)
    {
        var found = run.Rounds.Measure(() => ours(Visits), () => peers(Visits)).Each(Visits);
        var measured = Measurement.Ratio(found.Ours, found.Peers, Bytes(ours));
        return GoalRow.Of(goal, GoalLimit.AtMost(0.6).WithoutAllocation(), found.Ours, "OpenTelemetry", found.Peers, measured);
    }

    private static GoalRow HundredMetrics(GoalRun run, Action<int> ours) => new(
        "one fact into 100 live metrics",
        GoalLimit.AtMost(40, "ns").WithoutAllocation(),
        new(run.Rounds.Measure(() => ours(Visits)) / Visits, "ns", Bytes(ours)),
        "");

    private static void Check(string who, Action<int> add, Func<long> total)
    {
        var before = total();
        add(Visits);
        if (total() - before != Visits)
        {
            throw new InvalidOperationException($"{who} counted {total() - before} of {Visits} visits.");
        }
    }

    // Of one measurement; two threads themselves are lost in the rounding.
    private static double Bytes(Action<int> add)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        add(Visits);
        return Math.Round((GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Visits, 1);
    }

    private static Action<int> OnTwoThreads(Action<int> add) => visits =>
    {
        var other = new Thread(() => add(visits / 2));
        other.Start();
        add(visits - (visits / 2));
        other.Join();
    };
}

using System.Diagnostics.Metrics;
using NodaTime;

namespace GoalMetrics;

// Evaluates a strategy for its instruments, now and then. Safe from several threads: one evaluates, the others wait for it.
internal sealed class StrategyReader(Strategy strategy, IMetricSource source, TimeProvider time, Duration interval, GoalTracker tracker)
{
    private readonly object _reading = new();
    private readonly Dictionary<(string Path, string Error), long> _failureCounts = [];
    private StrategyReading? _latest;
    private Instant _evaluatedAt;

    public StrategyReading? Latest => Volatile.Read(ref _latest);

    public StrategyReading Read()
    {
        lock (_reading)
        {
            // A clock that was set back must not stop the readings.
            var now = Instant.FromDateTimeOffset(time.GetUtcNow());
            if (_latest is null || now - _evaluatedAt >= interval || now < _evaluatedAt)
            {
                _evaluatedAt = now;
                Volatile.Write(ref _latest, Evaluate());
            }

            return _latest;
        }
    }

    public IEnumerable<Measurement<long>> CountFailures()
    {
        Read();
        lock (_reading)
        {
            return [.. _failureCounts.Select(failure => new Measurement<long>(failure.Value, TagsOf(failure.Key.Path, failure.Key.Error)))];
        }
    }

    private static KeyValuePair<string, object?>[] TagsOf(string path, string error) =>
        [new("goalmetrics.path", path), new("error.type", error)];

    private StrategyReading Evaluate()
    {
        // Facts may come in while it is evaluated. The moment is taken last, so that none that is looked at comes after it; clocks tick
        // slowly enough for one to have come at that very moment.
        var snapshot = (source as InMemorySource)?.Snapshot();
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var reading = new StrategyReading(snapshot?.LatestLiveFact == now ? now + Duration.FromTicks(1) : now);
        var facts = snapshot ?? source.Snapshot();
        foreach (var kpi in strategy.Kpis)
        {
            Try($"kpis/{kpi.Id}", () => Read(kpi, facts, reading));
        }

        foreach (var goal in strategy.Goals)
        {
            Try($"goals/{goal.Id}", () => reading.Add(tracker.TrackAsync(goal, facts, reading.AsOf).Result()));
        }

        return reading;

        void Try(string path, Action evaluate)
        {
            try
            {
                evaluate();
            }
            catch (Exception error)
            {
                reading.Add(path, error);
                var key = (path, error.GetType().FullName!);
                _failureCounts[key] = _failureCounts.GetValueOrDefault(key) + 1;
            }
        }
    }

    private static void Read(Kpi kpi, IMetricSource facts, StrategyReading reading)
    {
        var period = Scorecard.RunningBefore(reading.AsOf, kpi.ReadEvery, facts.Calendar);
        var query = Query.For(kpi).AsOf(reading.AsOf).During(period).By(kpi.ReadEvery).By([.. kpi.Breakdown]);
        var table = facts.QueryAsync(query).Result();
        reading.Add(kpi, table.TotalOf(period), kpi.Breakdown.Count == 0 ? [] : table.Rows);
    }
}

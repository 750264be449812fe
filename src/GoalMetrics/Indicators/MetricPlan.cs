using NodaTime;

namespace GoalMetrics;

// Which metrics are needed over which windows, before any source is asked.
internal sealed class MetricPlan
{
    private readonly Dictionary<Metric, HashSet<Interval>> _windows = [];

    public IEnumerable<KeyValuePair<Metric, HashSet<Interval>>> Windows => _windows;

    public void Add(Metric metric, Interval window)
    {
        if (!_windows.TryGetValue(metric, out var windows))
        {
            _windows.Add(metric, windows = []);
        }

        if (window.Start < window.End)
        {
            windows.Add(window);
        }
    }
}

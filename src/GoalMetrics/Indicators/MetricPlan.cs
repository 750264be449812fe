using NodaTime;

namespace GoalMetrics;

// Which metrics are needed over which windows, before any source is asked.
internal sealed class MetricPlan
{
    private readonly Dictionary<Metric, HashSet<Interval>> _windows = [];

    public IEnumerable<KeyValuePair<Metric, HashSet<Interval>>> Windows => _windows;

    // Whether the facts are complete for all that was planned.
    public bool IsCovered { get; private set; } = true;

    public static MetricPlan Of(Measure measure, MeasureScope scope)
    {
        var plan = new MetricPlan();
        measure.Plan(scope, plan);
        return plan;
    }

    public void Add(Metric metric, MeasureScope scope)
    {
        WindowCheck.Check(metric, scope);
        if (scope.IsCutFor(metric))
        {
            LackCoverage();
            return;
        }

        var window = scope.WindowOf(metric);
        IsCovered &= scope.Terms.Cover(metric, window);
        Add(metric, window);
    }

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

    public void Add(MetricPlan other)
    {
        IsCovered &= other.IsCovered;
        foreach (var (metric, windows) in other.Windows)
        {
            if (_windows.TryGetValue(metric, out var own))
            {
                own.UnionWith(windows);
            }
            else
            {
                _windows.Add(metric, [.. windows]);
            }
        }
    }

    // Something was left out of a value because the facts are not complete for it.
    public void LackCoverage() => IsCovered = false;
}

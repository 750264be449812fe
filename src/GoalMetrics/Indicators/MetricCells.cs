using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// The values of metrics by window and members, as a source gave them.
internal sealed class MetricCells(Instant asOf)
{
    private readonly Dictionary<(Interval Window, MemberKey Members, Metric Metric), Quantity> _values = [];
    private readonly Dictionary<Metric, TableDescription> _tables = [];
    private readonly HashSet<MemberKey> _members = [];

    // The combinations of members that any metric has facts for.
    public IEnumerable<MemberKey> Members => _members;

    // The part of a window that can be seen: what comes at or after the moment cannot.
    public Interval Seen(Interval window) => new(window.Start, Instant.Max(window.Start, Instant.Min(window.End, asOf)));

    public void Add(Metric metric, TableDescription table) => _tables[metric] = table;

    public TableDescription TableOf(Metric metric) => _tables[metric];

    public void Add(Interval window, ImmutableArray<string?> members, List<Metric> metrics, ImmutableArray<Quantity> values)
    {
        var key = new MemberKey(members);
        _members.Add(key);
        for (var i = 0; i < metrics.Count; i++)
        {
            _values[(window, key, metrics[i])] = values[i].WithUnit(metrics[i].Unit!).CausedBy(metrics[i].Id);
        }
    }

    public Func<Metric, Quantity> At(Interval window, ImmutableArray<string?> members)
    {
        var (seen, key) = (Seen(window), new MemberKey(members));
        return metric => _values.TryGetValue((seen, key, metric), out var value) ? value
            : IsCovered(_tables[metric], seen) ? metric.Empty
            : metric.Missing;
    }

    private static bool IsCovered(TableDescription table, Interval window) =>
        table.Coverage is { } coverage && window.Start < window.End && window.Start < coverage.End && coverage.Start < window.End;
}

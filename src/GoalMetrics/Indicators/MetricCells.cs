using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;

namespace GoalMetrics;

// The values of metrics by window and members, as a source gave them. What adds up is kept for the pieces between the ends of all
// windows, and added; anything else for each window as a whole.
internal sealed class MetricCells
{
    private readonly Dictionary<Metric, MetricColumn> _columns = [];
    private readonly Dictionary<MemberKey, MetricCell> _cells = [];

    // The combinations of members that any metric has facts for.
    public IReadOnlyCollection<MemberKey> Members => _cells.Keys;

    public MetricValues For(ImmutableArray<string?> members) => new(this, _cells.GetValueOrDefault(new(members)));

    public MetricColumn Add(Metric metric, TableDescription table, ImmutableArray<Interval> pieces, IReadOnlyCollection<Interval> windows)
    {
        var column = new MetricColumn(metric, table, pieces, windows, _columns.Count);
        _columns.Add(metric, column);
        return column;
    }

    // The cell of these members, which now have facts.
    public MetricCell At(ImmutableArray<string?> members)
    {
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, new(members), out _);
        return cell ??= new();
    }

    // To be called once all is there.
    public void PutInOrder(CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var cell in _cells.Values)
        {
            cancellationToken.CheckAt(count++);
            cell.PutInOrder();
        }
    }

    public Quantity Value(Metric metric, Interval window, MetricCell? cell)
    {
        var column = _columns[metric];
        return window.Start >= window.End ? metric.Missing : column.Found(window, cell) ?? (column.Covers(window) ? metric.Empty : metric.Missing);
    }
}

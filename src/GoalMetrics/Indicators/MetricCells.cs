using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// The values of metrics by window and members, as a source gave them. What adds up is kept for the pieces between the ends of all
// windows, and added; anything else for each window as a whole.
internal sealed class MetricCells
{
    private readonly Dictionary<(Metric Metric, MemberKey Members), Dictionary<Interval, Quantity>> _values = [];
    private readonly Dictionary<Metric, TableDescription> _tables = [];
    private readonly Dictionary<Metric, ImmutableArray<Interval>> _pieces = [];
    private readonly HashSet<MemberKey> _members = [];

    // The combinations of members that any metric has facts for.
    public IEnumerable<MemberKey> Members => _members;

    public IReadOnlySet<Metric> MetricsWithFacts => _values.Keys.Select(key => key.Metric).ToHashSet();

    public MetricValues For(ImmutableArray<string?> members) => new(this, new(members));

    public void Add(Metric metric, TableDescription table) => _tables[metric] = table;

    public void AddPieces(Metric metric, ImmutableArray<Interval> pieces) => _pieces[metric] = pieces;

    public void Add(Metric metric, Interval window, MemberKey members, Quantity value)
    {
        _members.Add(members);
        if (!_values.TryGetValue((metric, members), out var values))
        {
            _values.Add((metric, members), values = []);
        }

        values[window] = value.WithUnit(metric.Unit!).CausedBy(metric.Id);
    }

    public Quantity Value(Metric metric, Interval window, MemberKey members) =>
        Found(metric, window, members) ?? (IsCovered(_tables[metric], window) ? metric.Empty : metric.Missing);

    private Quantity? Found(Metric metric, Interval window, MemberKey members)
    {
        if (window.Start >= window.End || !_values.TryGetValue((metric, members), out var values))
        {
            return null;
        }

        if (!_pieces.TryGetValue(metric, out var pieces))
        {
            return values.TryGetValue(window, out var whole) ? whole : null;
        }

        Quantity? sum = null;
        for (var i = FirstFrom(pieces, window.Start); i < pieces.Length && pieces[i].End <= window.End; i++)
        {
            if (values.TryGetValue(pieces[i], out var piece))
            {
                sum = sum is { } before ? before + piece : piece;
            }
        }

        return sum;
    }

    private static int FirstFrom(ImmutableArray<Interval> pieces, Instant start)
    {
        var (low, high) = (0, pieces.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = pieces[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool IsCovered(TableDescription table, Interval window) =>
        table.Coverage is { } coverage && window.Start < window.End && window.Start < coverage.End && coverage.Start < window.End;
}

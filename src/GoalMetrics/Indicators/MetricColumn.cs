using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// A metric in an answer: the windows it was asked for, and where its values stand in the cells.
internal sealed class MetricColumn(Metric metric, TableDescription table, ImmutableArray<Interval> windows, bool isInPieces, int number)
{
    private readonly Dictionary<Interval, int>? _places = isInPieces ? null : Places(windows);

    public Metric Metric => metric;

    public int Number => number;

    public int PlaceOf(Interval window) => _places is null ? FirstFrom(window.Start) : _places[window];

    public Quantity? Found(Interval window, MetricCell? cell)
    {
        if (cell is null || (_places is not null && !_places.ContainsKey(window)))
        {
            return null;
        }

        var first = PlaceOf(window);
        var last = _places is null ? FirstFrom(window.End) : first + 1;
        Quantity? found = null;
        foreach (var (_, value) in cell.Values(number, first, last))
        {
            found = found is { } before ? Sum(before, value) : value;
        }

        return found;
    }

    public bool Covers(Interval window) =>
        table.Coverage is { } coverage && window.Start < coverage.End && coverage.Start < window.End;

    // Without zeros at its end, as engines give values.
    private Quantity Sum(Quantity one, Quantity other) => one + other is { IsDefined: true } sum
        ? new(ExactDecimal.Shortest(sum.Amount), sum.Unit)
        : (one + other).CausedBy(metric.Id);

    // Pieces do not overlap, and every window begins and ends with some.
    private int FirstFrom(Instant start)
    {
        var (low, high) = (0, windows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = windows[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static Dictionary<Interval, int> Places(ImmutableArray<Interval> windows)
    {
        var places = new Dictionary<Interval, int>();
        foreach (var window in windows)
        {
            places.Add(window, places.Count);
        }

        return places;
    }
}

using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// A metric in an answer, and where its values stand in the cells: first those of pieces, which add up to windows, then those of windows
// that were asked for as they are.
internal sealed class MetricColumn(Metric metric, TableDescription table, ImmutableArray<Interval> pieces, IReadOnlyCollection<Interval> windows, int number)
{
    private readonly Dictionary<Interval, int> _places = windows.Select((window, i) => (window, i)).ToDictionary(place => place.window, place => pieces.Length + place.i);

    public Metric Metric => metric;

    public int Number => number;

    // Of a piece, or of a window that was asked for as it is.
    public int PlaceOf(Interval window) => _places.TryGetValue(window, out var place) ? place : FirstFrom(window.Start);

    public Quantity? Found(Interval window, MetricCell? cell)
    {
        if (cell is null)
        {
            return null;
        }

        var (first, last) = _places.TryGetValue(window, out var place) ? (place, place + 1) : (FirstFrom(window.Start), FirstFrom(window.End));
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

    // Pieces do not overlap, and every window that they make up begins and ends with some.
    private int FirstFrom(Instant start)
    {
        var (low, high) = (0, pieces.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = pieces[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

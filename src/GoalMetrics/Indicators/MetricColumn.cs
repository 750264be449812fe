using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// A metric in an answer, and where its values stand in the cells: first those of pieces, which add up to windows, then those of windows
// that were asked for as they are.
internal sealed class MetricColumn(Metric metric, TableDescription table, ImmutableArray<Interval> pieces, IReadOnlyCollection<Interval> windows, int number)
{
    private readonly Dictionary<Interval, int> _places = windows.Select((window, i) => (window, i)).ToDictionary(place => place.window, place => pieces.Length + place.i);

    // What sums are that a decimal has no room for, or not for all their digits. Most columns have none.
    private readonly List<ExactAmount> _exact = [];

    public Metric Metric => metric;

    // Of a piece, or of a window that was asked for as it is.
    public int PlaceOf(Interval window) => _places.TryGetValue(window, out var place) ? place : FirstFrom(window.Start);

    public void Add(MetricCell cell, int place, Quantity value, ExactAmount? exact)
    {
        cell.Add(number, place, value, exact is null ? -1 : _exact.Count);
        if (exact is { } all)
        {
            _exact.Add(all);
        }
    }

    public Quantity? Found(Interval window, MetricCell? cell)
    {
        if (cell is null)
        {
            return null;
        }

        var (first, last) = _places.TryGetValue(window, out var place) ? (place, place + 1) : (FirstFrom(window.Start), FirstFrom(window.End));
        var values = cell.Values(number, first, last);
        if (values.Length < 2)
        {
            return values.IsEmpty ? null : values[0].Value;
        }

        var found = values[0].Value;
        var isExact = values[0].Exact < 0;
        for (var i = 1; i < values.Length && isExact; i++)
        {
            isExact = values[i].Exact < 0;
            found = Sum(found, values[i].Value, ref isExact);
        }

        return isExact ? found : ExactSum(values);
    }

    public bool Covers(Interval window) =>
        table.Coverage is { } coverage && window.Start < coverage.End && coverage.Start < window.End;

    // Without zeros at its end, as engines give values. Where the sum of two has no room for all digits, or none at all, that of all may have.
    private static Quantity Sum(Quantity one, Quantity other, ref bool isExact)
    {
        if (one + other is not { IsDefined: true } sum)
        {
            isExact &= !one.IsDefined || !other.IsDefined;
            return one + other;
        }

        isExact &= sum.Amount.Scale >= Math.Max(one.Amount.Scale, other.Amount.Scale);
        return new(ExactDecimal.Shortest(sum.Amount), sum.Unit);
    }

    // Undefined as the first whose amount nobody knows.
    private Quantity ExactSum(ReadOnlySpan<(int Window, Quantity Value, int Exact)> values)
    {
        var sum = default(ExactAmount);
        foreach (var (_, value, exact) in values)
        {
            if (exact >= 0)
            {
                sum += _exact[exact];
            }
            else if (value.IsDefined)
            {
                sum += ExactAmount.Of(value.Amount);
            }
            else
            {
                return value;
            }
        }

        var unit = values[0].Value.Unit!;
        return sum.Rounded(out _) is { } amount ? new(ExactDecimal.Shortest(amount), unit) : Quantity.Undefined(UndefinedReason.Overflow, metric.Id, unit);
    }

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

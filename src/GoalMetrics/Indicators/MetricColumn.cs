using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// A metric in an answer, and where its values stand in the cells: first those of pieces, which add up to windows, then those of windows
// that were asked for as they are.
internal sealed class MetricColumn(Metric metric, TableDescription table, ImmutableArray<Interval> pieces, IReadOnlyCollection<Interval> windows, int number)
{
    private readonly Dictionary<Interval, int> _places = windows.Select((window, i) => (window, i)).ToDictionary(place => place.window, place => pieces.Length + place.i);

    // Of sums that are more than a decimal has room for, what they are exactly.
    private readonly Dictionary<(MetricCell Cell, int Place), ExactAmount> _exact = [];

    public Metric Metric => metric;

    // Of a piece, or of a window that was asked for as it is.
    public int PlaceOf(Interval window) => _places.TryGetValue(window, out var place) ? place : FirstFrom(window.Start);

    public void Add(MetricCell cell, int place, Quantity value, ExactAmount? exact)
    {
        cell.Add(number, place, value, exact is not null);
        if (exact is { } all)
        {
            _exact[(cell, place)] = all;
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
        var isExact = !values[0].IsRounded;
        for (var i = 1; i < values.Length && isExact; i++)
        {
            isExact = !values[i].IsRounded;
            found = Sum(found, values[i].Value, ref isExact);
        }

        return isExact ? found : ExactSum(cell, values);
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

    private Quantity ExactSum(MetricCell cell, ReadOnlySpan<(int Window, Quantity Value, bool IsRounded)> values)
    {
        var sum = default(ExactAmount);
        foreach (var (piece, value, isRounded) in values)
        {
            if (isRounded)
            {
                sum += _exact[(cell, piece)];
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

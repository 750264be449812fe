using System.Collections.Immutable;
using System.Numerics;
using NodaTime;

namespace GoalMetrics;

// A metric in an answer, and where its values stand in the cells: first those of pieces, which add up to windows, then those of windows
// that were asked for as they are.
internal sealed class MetricColumn(Metric metric, TableDescription table, ImmutableArray<Interval> pieces, int number)
{
    private readonly Dictionary<Interval, int> _places = [];
    private readonly HashSet<int> _inexact = [];

    public Metric Metric => metric;

    public TableDescription Table => table;

    // A window that is asked for as it is.
    public void AsIs(Interval window) => _places.TryAdd(window, pieces.Length + _places.Count);

    // Of a piece, or of a window that was asked for as it is.
    public int PlaceOf(Interval window) => _places.TryGetValue(window, out var place) ? place : FirstFrom(window.Start);

    // Whether of any piece it is not known what it is to the last digit.
    public bool IsInexact => _inexact.Count > 0;

    public void Add(MetricCell cell, int place, Quantity value)
    {
        cell.Add(number, place, value);
        if (place < pieces.Length && (value.Reason is UndefinedReason.Overflow || (value.AmountOrNull is { } amount && ExactDecimal.MayBeRounded(amount))))
        {
            _inexact.Add(place);
        }
    }

    // Whether the window's value may be another than the sum of its pieces'.
    public bool IsInexactFor(Interval window) =>
        !_places.ContainsKey(window) && (FirstFrom(window.Start), FirstFrom(window.End)) is var (first, last)
        && last - first > 1 && Enumerable.Range(first, last - first).Any(_inexact.Contains);

    public Quantity? Found(Interval window, MetricCell? cell)
    {
        if (cell is null)
        {
            return null;
        }

        var (first, last) = _places.TryGetValue(window, out var place) ? (place, place + 1) : (FirstFrom(window.Start), FirstFrom(window.End));
        Quantity? found = null;
        var isExact = true;
        foreach (var (_, value) in cell.Values(number, first, last))
        {
            found = found is { } before ? Sum(before, value, ref isExact) : value;
        }

        return isExact ? found : ExactSum(cell.Values(number, first, last));
    }

    public bool Covers(Interval window) =>
        table.Coverage is { } coverage && window.Start < coverage.End && coverage.Start < window.End;

    // Without zeros at its end, as engines give exact values. Where the sum of two has no room for all digits, or none at all, that of all may have.
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

    private Quantity ExactSum(ReadOnlySpan<(int Window, Quantity Value)> values)
    {
        var (sum, scale) = (BigInteger.Zero, 0);
        foreach (var (_, value) in values)
        {
            if (!value.IsDefined)
            {
                return value;
            }

            var finer = Math.Max(scale, value.Amount.Scale);
            sum = (sum * BigInteger.Pow(10, finer - scale)) + ((BigInteger)ExactDecimal.Mantissa(value.Amount) * BigInteger.Pow(10, finer - value.Amount.Scale));
            scale = finer;
        }

        var unit = values[0].Value.Unit!;
        return ExactDecimal.From(sum, scale) is { } amount ? new(amount, unit) : Quantity.Undefined(UndefinedReason.Overflow, metric.Id, unit);
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

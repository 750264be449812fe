using System.Runtime.InteropServices;
using GoalMetrics.Sources;

namespace GoalMetrics;

// All values of each cell, for any share of them.
internal sealed class CellValues(CancellationToken cancellationToken)
{
    private List<decimal>?[] _values = [];

    // The place that was looked at last, and the values there and above it: the two around a percentile are asked for one after the other.
    private (int Cell, int Place, decimal At, decimal Above)? _latest;

    // Null for a cell without values.
    public decimal? At(int cell, decimal share, OrderRank rank)
    {
        if (_values[cell] is not { } values)
        {
            return null;
        }

        if (rank == OrderRank.Nearest)
        {
            var nearest = Math.Max(0, (int)Math.Ceiling(share * values.Count) - 1);
            return Selection.Nth(CollectionsMarshal.AsSpan(values), nearest, cancellationToken);
        }

        var (at, above) = Around(cell, PlaceBelow(share, rank, values.Count), values);
        if (rank is OrderRank.Below or OrderRank.BelowExclusive)
        {
            return at;
        }

        return above;
    }

    public void Grow(int cellCount)
    {
        if (_values.Length < cellCount)
        {
            Array.Resize(ref _values, Math.Max(cellCount, _values.Length * 2));
        }
    }

    public void Add(int cell, decimal value)
    {
        (_values[cell] ??= []).Add(value);
        _latest = null;
    }

    public void Merge(int cell, CellValues other, int otherCell)
    {
        if (other._values[otherCell] is { } values)
        {
            (_values[cell] ??= []).AddRange(values);
            _latest = null;
        }
    }

    public void Write(int cell, BinaryWriter writer)
    {
        var values = _values[cell] ?? [];
        writer.Write(values.Count);
        foreach (var value in values.Order())
        {
            writer.Write(ShortestDecimal.Of(value));
        }
    }

    public void Read(int cell, BinaryReader reader)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            (_values[cell] ??= []).Add(reader.ReadDecimal());
        }
    }

    private static int PlaceBelow(decimal share, OrderRank rank, int count)
    {
        if (rank is OrderRank.BelowExclusive or OrderRank.AboveExclusive)
        {
            return Math.Clamp((int)Math.Floor(share * (count + 1L)) - 1, 0, count - 1);
        }

        return (int)Math.Floor(share * (count - 1));
    }

    // The value at a place of the sorted order, and the one above it; of the last, that itself.
    private (decimal At, decimal Above) Around(int cell, int place, List<decimal> values)
    {
        if (_latest is { } latest && latest.Cell == cell && latest.Place == place)
        {
            return (latest.At, latest.Above);
        }

        var all = CollectionsMarshal.AsSpan(values);
        var at = Selection.Nth(all, place, cancellationToken);
        var above = place + 1 < all.Length ? Smallest(all[(place + 1)..]) : at;
        _latest = (cell, place, at, above);
        return (at, above);
    }

    private static decimal Smallest(ReadOnlySpan<decimal> values)
    {
        var smallest = values[0];
        foreach (var value in values[1..])
        {
            smallest = Math.Min(smallest, value);
        }

        return smallest;
    }
}

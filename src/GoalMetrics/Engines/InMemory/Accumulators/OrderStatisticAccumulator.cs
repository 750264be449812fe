using System.Runtime.InteropServices;
using GoalMetrics.Sources;

namespace GoalMetrics;

// Keeps all values of a cell, for any share of them.
internal sealed class OrderStatisticAccumulator(ValueColumn column, RowFilter? filter, CancellationToken cancellationToken)
    : ValueAccumulator(column, filter)
{
    private List<decimal>?[] _values = [];

    // The place that was looked at last, and the values there and above it: the two around a percentile are asked for one after the other.
    private (int Cell, int Place, decimal At, decimal Above)? _latest;

    public override AggregateValue Result(int cell, Aggregate asked)
    {
        if (_values[cell] is not { } values)
        {
            return NoData;
        }

        var sorted = (Aggregate.OrderStatistic)asked;
        if (sorted.Rank == OrderRank.Nearest)
        {
            var nearest = Math.Max(0, (int)Math.Ceiling(sorted.Share * values.Count) - 1);
            return Of(Selection.Nth(CollectionsMarshal.AsSpan(values), nearest, cancellationToken));
        }

        var place = (int)Math.Floor(sorted.Share * (values.Count - 1));
        var (at, above) = Around(cell, place, values);
        return Of(sorted.Rank == OrderRank.Below ? at : above);
    }

    // All values are kept, each in two words.
    public override long Room(int cellCount) => 2L * Column.Count;

    public override void Grow(int cellCount) => Grow(ref _values, cellCount);

    public override void Write(int cell, BinaryWriter writer, MemberMap map)
    {
        var values = _values[cell] ?? [];
        writer.Write(values.Count);
        foreach (var value in values.Order())
        {
            writer.Write(ShortestDecimal.Of(value));
        }
    }

    public override void Read(int cell, BinaryReader reader)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            (_values[cell] ??= []).Add(reader.ReadDecimal());
        }
    }

    protected override void Add(Chunk chunk)
    {
        var rows = chunk.Rows;
        var cells = chunk.Cells;
        for (var i = 0; i < rows.Length; i++)
        {
            (_values[cells[i]] ??= []).Add(Column[rows[i]]);
        }

        _latest = null;
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        if (((OrderStatisticAccumulator)other)._values[otherCell] is { } values)
        {
            (_values[cell] ??= []).AddRange(values);
            _latest = null;
        }
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

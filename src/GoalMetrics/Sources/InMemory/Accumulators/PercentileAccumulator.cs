using System.Runtime.InteropServices;

namespace GoalMetrics;

internal sealed class PercentileAccumulator(ValueColumn column, RowFilter? filter, Aggregate aggregate, CancellationToken cancellationToken)
    : ValueAccumulator(column, filter)
{
    private List<decimal>?[] _values = [];

    public override Quantity Result(int cell)
    {
        if (_values[cell] is not { } values)
        {
            return NoData;
        }

        var sorted = CollectionsMarshal.AsSpan(values);
        if (aggregate.Aggregation == Aggregation.PercentileNearestRank)
        {
            return Of(Selection.Nth(sorted, Math.Max(0, (int)Math.Ceiling(aggregate.Percentile * values.Count) - 1), cancellationToken));
        }

        var position = aggregate.Percentile * (values.Count - 1);
        var place = (int)Math.Floor(position);
        var below = Of(Selection.Nth(sorted, place, cancellationToken));
        if (place == values.Count - 1)
        {
            return below;
        }

        // The next one is the smallest of those behind.
        var above = sorted[place + 1];
        foreach (var value in sorted[(place + 2)..])
        {
            above = Math.Min(above, value);
        }

        // Where the step from one to the other is too large for a decimal, the value between them is not.
        var (next, share) = (Of(above), position - place);
        return (next - below) is { IsDefined: true } step ? below + (step * share) : (below * (1m - share)) + (next * share);
    }

    public override void Grow(int cellCount) => Grow(ref _values, cellCount);

    public override void Write(int cell, BinaryWriter writer, MemberMap map)
    {
        var values = _values[cell] ?? [];
        writer.Write(values.Count);
        foreach (var value in values.Order())
        {
            writer.Write(ExactDecimal.Shortest(value));
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
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        if (((PercentileAccumulator)other)._values[otherCell] is { } values)
        {
            (_values[cell] ??= []).AddRange(values);
        }
    }
}

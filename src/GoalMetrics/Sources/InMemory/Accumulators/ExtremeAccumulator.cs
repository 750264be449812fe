namespace GoalMetrics;

// The smallest value for sign −1, the largest for 1.
internal sealed class ExtremeAccumulator(ValueColumn column, RowFilter? filter, int sign) : ValueAccumulator(column, filter)
{
    private decimal?[] _extremes = [];

    public override Quantity Result(int cell) => _extremes[cell] is { } value ? Of(value) : NoData;

    public override void Grow(int cellCount) => Grow(ref _extremes, cellCount);

    public override void Write(int cell, BinaryWriter writer, MemberMap map)
    {
        writer.Write(_extremes[cell].HasValue);
        if (_extremes[cell] is { } extreme)
        {
            writer.Write(ExactDecimal.Shortest(extreme));
        }
    }

    public override void Read(int cell, BinaryReader reader) => _extremes[cell] = reader.ReadBoolean() ? reader.ReadDecimal() : null;

    protected override void Add(Chunk chunk)
    {
        var rows = chunk.Rows;
        var cells = chunk.Cells;
        for (var i = 0; i < rows.Length; i++)
        {
            Add(cells[i], Column[rows[i]]);
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        if (((ExtremeAccumulator)other)._extremes[otherCell] is { } value)
        {
            Add(cell, value);
        }
    }

    private void Add(int cell, decimal value)
    {
        ref var extreme = ref _extremes[cell];
        if (extreme is not { } before || value.CompareTo(before) == sign)
        {
            extreme = value;
        }
    }
}

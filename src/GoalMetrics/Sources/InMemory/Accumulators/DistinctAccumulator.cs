namespace GoalMetrics;

internal sealed class DistinctAccumulator(DimensionColumn column, RowFilter? filter) : Accumulator(filter)
{
    private CodeSet?[] _seen = [];

    public override Quantity Result(int cell) => _seen[cell]?.Count ?? 0;

    public override void Grow(int cellCount) => Grow(ref _seen, cellCount);

    public override void Release()
    {
        foreach (var seen in _seen)
        {
            seen?.Release();
        }
    }

    protected override void Add(Chunk chunk)
    {
        switch (column.Codes.Width)
        {
            case sizeof(sbyte):
                Add(chunk, column.Codes.Bytes);
                break;
            case sizeof(short):
                Add(chunk, column.Codes.Shorts);
                break;
            default:
                Add(chunk, column.Codes.Ints);
                break;
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        if (((DistinctAccumulator)other)._seen[otherCell] is { } seen)
        {
            (_seen[cell] ??= new()).Add(seen, map is null ? [] : map[column.Name], column.MemberCount);
        }
    }

    private void Add<T>(Chunk chunk, ReadOnlySpan<T> codes)
        where T : System.Numerics.IBinaryInteger<T>
    {
        var rows = chunk.Rows;
        var cells = chunk.Cells;
        var absent = column.CodeOf(null);
        var count = column.MemberCount;
        for (var i = 0; i < rows.Length; i++)
        {
            if (int.CreateTruncating(codes[rows[i]]) is var code && code != absent)
            {
                (_seen[cells[i]] ??= new()).Add(code, count);
            }
        }
    }
}

namespace GoalMetrics;

internal sealed class DistinctAccumulator(DimensionColumn column, RowFilter? filter) : Accumulator(filter)
{
    private readonly WordArena _arena = new();
    private CodeSet?[] _seen = [];

    public override Quantity Result(int cell) => _seen[cell]?.Count ?? 0;

    public override void Grow(int cellCount) => Grow(ref _seen, cellCount);

    public override void Release() => _arena.Release();

    public override void Write(int cell, BinaryWriter writer, MemberMap map)
    {
        var codes = new List<int>();
        _seen[cell]?.ForEach(code => codes.Add(map[column.Name][code]));
        writer.Write(codes.Count);
        foreach (var code in codes.Order())
        {
            writer.Write(code);
        }
    }

    public override void Read(int cell, BinaryReader reader)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            (_seen[cell] ??= new(_arena)).Add(reader.ReadInt32(), column.MemberCount);
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
            (_seen[cell] ??= new(_arena)).Add(seen, map?[column.Name], column.MemberCount);
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
                (_seen[cells[i]] ??= new(_arena)).Add(code, count);
            }
        }
    }
}

using System.Numerics;
using GoalMetrics.Sources;

namespace GoalMetrics;

// A set of codes for each cell; where all cells together find room for a bit for each code, rows of bits (see BitRows).
internal sealed class DistinctAccumulator(DimensionColumn column, RowFilter? filter) : Accumulator(filter)
{
    // As much for all cells as for a few rows of the smallest tables, or a word for every two rows.
    private const long SmallestRoom = 1 << 17;

    private readonly WordArena _arena = new();
    private CodeSet?[] _seen = [];
    private BitRows? _bits;

    public override AggregateValue Result(int cell, Aggregate asked) => CountOf(cell);

    public int MemberCount => column.MemberCount;

    public void ForEach(int cell, Action<int> action)
    {
        if (_bits is not null)
        {
            _bits.ForEach(cell, column.CodeOf(null), action);
        }
        else
        {
            _seen[cell]?.ForEach(action);
        }
    }

    private int WordCount => (column.MemberCount + 63) / 64;

    private int CountOf(int cell) => _bits?.CountOf(cell, column.CodeOf(null)) ?? _seen[cell]?.Count ?? 0;

    public override void Expect(int cellCount)
    {
        if (Room(cellCount) <= Math.Max(SmallestRoom, column.Codes.Count / 2))
        {
            _bits = new(cellCount, WordCount);
        }
    }

    public override long Room(int cellCount) => (long)cellCount * WordCount;

    public override void Finish() => _bits?.Flush();

    public override void Grow(int cellCount) => Grow(ref _seen, cellCount);

    public override void Release()
    {
        base.Release();
        _bits?.Release();
        _arena.Release();
    }

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
        var theirs = (DistinctAccumulator)other;
        if (_bits is not null && theirs._bits is not null)
        {
            _bits.Add(cell, theirs._bits, otherCell);
        }
        else if (_bits is not null)
        {
            theirs._seen[otherCell]?.ForEach(code => _bits.Add(cell, code));
        }
        else if (theirs._seen[otherCell] is { } seen)
        {
            (_seen[cell] ??= new(_arena)).Add(seen, map?[column.Name], column.MemberCount);
        }
    }

    private void Add<T>(Chunk chunk, ReadOnlySpan<T> codes)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (_bits is not null)
        {
            _bits.Add(chunk, codes);
            return;
        }

        var rows = chunk.Rows;
        var cells = chunk.Cells;
        var absent = column.CodeOf(null);
        for (var i = 0; i < rows.Length; i++)
        {
            if (int.CreateTruncating(codes[rows[i]]) is var code && code != absent)
            {
                (_seen[cells[i]] ??= new(_arena)).Add(code, column.MemberCount);
            }
        }
    }
}

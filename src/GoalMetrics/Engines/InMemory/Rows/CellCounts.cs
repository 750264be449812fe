using GoalMetrics.Sources;

namespace GoalMetrics;

// How many there are in each cell; below 0 where there are more than a long can say.
internal sealed class CellCounts
{
    private long[] _counts = [];

    public long this[int cell] => _counts[cell];

    public AggregateValue Result(int cell)
    {
        if (_counts[cell] >= 0)
        {
            return _counts[cell];
        }

        return AggregateValue.Undefined(UndefinedReason.Overflow);
    }

    public void Grow(int cellCount)
    {
        BorrowedArray.Grow(ref _counts, cellCount);
    }

    public void Release() => BorrowedArray.Return(ref _counts);

    public void Add(Chunk chunk)
    {
        var counts = _counts;
        if (chunk.IsFew)
        {
            AddFew(chunk);
            return;
        }

        foreach (var cell in chunk.Cells)
        {
            counts[cell] = unchecked(counts[cell] + 1);
        }
    }

    private void AddFew(Chunk chunk)
    {
        Span<long> few = stackalloc long[chunk.FewCount];
        few.Clear();
        MaskedSums.Count(chunk.Few, chunk.Count, few);
        for (var i = 0; i < few.Length; i++)
        {
            Add(chunk.FewCells[i], few[i]);
        }
    }

    // A sum of counts; as many as a long can say where there are more.
    public static long Sum(long left, long right)
    {
        if (left > long.MaxValue - right)
        {
            return long.MaxValue;
        }

        return left + right;
    }

    public void Write(int cell, BinaryWriter writer) => writer.Write(_counts[cell]);

    public void Read(int cell, BinaryReader reader) => _counts[cell] = reader.ReadInt64();

    public void Add(int cell, long more)
    {
        var sum = unchecked(_counts[cell] + more);
        _counts[cell] = _counts[cell] < 0 || more < 0 || sum < 0 ? long.MinValue : sum;
    }
}

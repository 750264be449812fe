using GoalMetrics.Sources;

namespace GoalMetrics;

internal sealed class ApproximateDistinctAccumulator(DimensionColumn column, RowFilter? filter) : Accumulator(filter)
{
    // Of a member in fewer rows than this, a hash costs less to compute again than to remember.
    private const int RowsToRemember = 4;

    private HyperLogLog?[] _seen = [];

    // Of each code; 0 where it was not asked for yet. Empty where none is remembered.
    private ulong[] _hashes = [];

    public override AggregateValue Result(int cell, Aggregate asked)
    {
        if (_seen[cell] is not { } seen)
        {
            return 0m;
        }

        var count = seen.Estimate();
        return AggregateValue.Approximate(count, seen.IsExact ? 0m : count * (decimal)HyperLogLog.StandardError);
    }

    public override long Room(int cellCount) => column.MemberCount + ((long)cellCount * HyperLogLog.Words);

    public override void Grow(int cellCount) => Grow(ref _seen, cellCount);

    public override void Write(int cell, BinaryWriter writer, MemberMap map) => (_seen[cell] ?? new()).Write(writer);

    public override void Read(int cell, BinaryReader reader) => _seen[cell] = HyperLogLog.Read(reader);

    protected override void Add(Chunk chunk)
    {
        var rows = chunk.Rows;
        var cells = chunk.Cells;
        if (column.IsHashed)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                if (column.Codes[rows[i]] is var hash && hash != 0)
                {
                    (_seen[cells[i]] ??= new()).Add(unchecked((ulong)hash));
                }
            }

            return;
        }

        // Of a live table more rows are to come, with more members.
        if (_hashes.Length > 0 || column.MemberCount < column.Count / RowsToRemember)
        {
            Grow(ref _hashes, column.MemberCount);
        }

        var absent = column.CodeOf(null);
        for (var i = 0; i < rows.Length; i++)
        {
            if (column.CodeAt(rows[i]) is var code && code != absent)
            {
                (_seen[cells[i]] ??= new()).Add(HashAt(code));
            }
        }
    }

    private ulong HashAt(int code)
    {
        if (_hashes.Length == 0)
        {
            return column.HashAt(code);
        }

        ref var hash = ref _hashes[code];
        if (hash == 0)
        {
            hash = column.HashAt(code);
        }

        return hash;
    }

    // Hashes are those of members, whatever their codes.
    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        if (((ApproximateDistinctAccumulator)other)._seen[otherCell] is { } seen)
        {
            (_seen[cell] ??= new()).Merge(seen);
        }
    }
}

using GoalMetrics.Sources;

namespace GoalMetrics;

// Adds up the times that base events took to be converted.
internal sealed class AverageTimeAccumulator(ConversionTimes converted, RowFilter? filter) : Accumulator(filter)
{
    private readonly CellCounts _counts = new();
    private Int128[] _ticks = [];

    public override AggregateValue Result(int cell, Aggregate asked)
    {
        if (_counts[cell] == 0)
        {
            return AggregateValue.Undefined(UndefinedReason.NoData);
        }

        return AggregateValue.Mean(_ticks[cell], ConversionTimes.Scale, _counts[cell]);
    }

    public override void Grow(int cellCount)
    {
        _counts.Grow(cellCount);
        Grow(ref _ticks, cellCount);
    }

    public override void Release()
    {
        base.Release();
        _counts.Release();
    }

    public override void Write(int cell, BinaryWriter writer, MemberMap map)
    {
        _counts.Write(cell, writer);
        writer.Write((long)(_ticks[cell] >> 64));
        writer.Write((ulong)(_ticks[cell] & ulong.MaxValue));
    }

    public override void Read(int cell, BinaryReader reader)
    {
        _counts.Read(cell, reader);
        _ticks[cell] = ((Int128)reader.ReadInt64() << 64) + reader.ReadUInt64();
    }

    protected override void Add(Chunk chunk)
    {
        var rows = chunk.Rows;
        var cells = chunk.Cells;
        for (var i = 0; i < rows.Length; i++)
        {
            if (converted.Contain(rows[i]))
            {
                _counts.Add(cells[i], 1);
                _ticks[cells[i]] += converted.TicksOf(rows[i]);
            }
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        var average = (AverageTimeAccumulator)other;
        _counts.Add(cell, average._counts[otherCell]);
        _ticks[cell] += average._ticks[otherCell];
    }
}

using GoalMetrics.Sources;

namespace GoalMetrics;

internal sealed class AverageAccumulator(ValueColumn column, RowFilter? filter) : ValueAccumulator(column, filter)
{
    private readonly ExactSums _sums = new(column);
    private readonly CellCounts _counts = new();

    public override AggregateValue Result(int cell, Aggregate asked) => _counts[cell] switch
    {
        0 => NoData,
        < 0 => AggregateValue.Undefined(UndefinedReason.Overflow),
        var count => OrOverflow(_sums.Quotient(cell, count)),
    };

    public override void Grow(int cellCount)
    {
        _sums.Grow(cellCount);
        _counts.Grow(cellCount);
    }

    public override void Release()
    {
        base.Release();
        _sums.Release();
        _counts.Release();
    }

    public override void Write(int cell, BinaryWriter writer, MemberMap map)
    {
        _sums.Write(cell, writer);
        _counts.Write(cell, writer);
    }

    public override void Read(int cell, BinaryReader reader)
    {
        _sums.Read(cell, reader);
        _counts.Read(cell, reader);
    }

    protected override void Add(Chunk chunk)
    {
        _sums.Add(chunk);
        _counts.Add(chunk);
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        var average = (AverageAccumulator)other;
        _sums.Merge(cell, average._sums, otherCell);
        _counts.Add(cell, average._counts[otherCell]);
    }
}

namespace GoalMetrics;

internal sealed class AverageAccumulator(ValueColumn column, RowFilter? filter) : ValueAccumulator(column, filter)
{
    private readonly ExactSums _sums = new(column);
    private readonly CellCounts _counts = new();

    public override Quantity Result(int cell) => _counts[cell] switch
    {
        0 => NoData,
        < 0 => Undefined(UndefinedReason.Overflow),
        var count => OrOverflow(_sums.Quotient(cell, count)),
    };

    public override void Grow(int cellCount)
    {
        _sums.Grow(cellCount);
        _counts.Grow(cellCount);
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

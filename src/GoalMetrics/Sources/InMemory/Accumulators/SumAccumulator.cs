namespace GoalMetrics;

internal sealed class SumAccumulator(ValueColumn column, RowFilter? filter) : ValueAccumulator(column, filter)
{
    private readonly ExactSums _sums = new(column);

    public override Quantity Result(int cell) => OrOverflow(_sums.Total(cell));

    public override void Grow(int cellCount) => _sums.Grow(cellCount);

    protected override void Add(Chunk chunk) => _sums.Add(chunk);

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map) => _sums.Merge(cell, ((SumAccumulator)other)._sums, otherCell);
}

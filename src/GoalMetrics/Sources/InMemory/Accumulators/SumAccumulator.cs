namespace GoalMetrics;

internal sealed class SumAccumulator(ValueColumn column, RowFilter? filter) : ValueAccumulator(column, filter)
{
    private readonly ExactSums _sums = new(column);

    public override Quantity Result(int group) => OrOverflow(_sums.Total(group));

    protected override void Grow(int groupCount) => _sums.Grow(groupCount);

    protected override void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups) => _sums.Add(rows, groups);
}

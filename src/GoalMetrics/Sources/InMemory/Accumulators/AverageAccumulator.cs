namespace GoalMetrics;

internal sealed class AverageAccumulator(ValueColumn column, RowFilter? filter) : ValueAccumulator(column, filter)
{
    private readonly ExactSums _sums = new(column);
    private int[] _counts = [];

    public override Quantity Result(int group) => _counts[group] == 0 ? NoData : OrOverflow(_sums.Quotient(group, _counts[group]));

    protected override void Grow(int groupCount)
    {
        _sums.Grow(groupCount);
        Grow(ref _counts, groupCount);
    }

    protected override void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups)
    {
        _sums.Add(rows, groups);
        foreach (var group in groups)
        {
            _counts[group]++;
        }
    }
}

namespace GoalMetrics;

internal sealed class CountAccumulator(RowFilter? filter) : Accumulator(filter)
{
    private int[] _counts = [];

    public override Quantity Result(int group) => _counts[group];

    protected override void Grow(int groupCount) => Grow(ref _counts, groupCount);

    protected override void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups)
    {
        var counts = _counts;
        foreach (var group in groups)
        {
            counts[group]++;
        }
    }
}

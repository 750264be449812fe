namespace GoalMetrics;

internal sealed class DistinctAccumulator(DimensionColumn column, RowFilter? filter) : Accumulator(filter)
{
    private HashSet<int>?[] _seen = [];

    public override Quantity Result(int group) => _seen[group]?.Count ?? 0;

    protected override void Grow(int groupCount) => Grow(ref _seen, groupCount);

    protected override void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups)
    {
        var absent = column.CodeOf(null);
        for (var i = 0; i < rows.Length; i++)
        {
            if (column.CodeAt(rows[i]) is var code && code != absent)
            {
                (_seen[groups[i]] ??= []).Add(code);
            }
        }
    }
}

namespace GoalMetrics;

// The smallest value for sign −1, the largest for 1.
internal sealed class ExtremeAccumulator(ValueColumn column, RowFilter? filter, int sign) : ValueAccumulator(column, filter)
{
    private decimal?[] _extremes = [];

    public override Quantity Result(int group) => _extremes[group] is { } value ? Of(value) : NoData;

    protected override void Grow(int groupCount) => Grow(ref _extremes, groupCount);

    protected override void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var value = Column[rows[i]];
            if (_extremes[groups[i]] is not { } extreme || value.CompareTo(extreme) == sign)
            {
                _extremes[groups[i]] = value;
            }
        }
    }
}

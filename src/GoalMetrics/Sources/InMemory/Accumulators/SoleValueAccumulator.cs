namespace GoalMetrics;

internal sealed class SoleValueAccumulator(ValueColumn column, RowFilter? filter) : ValueAccumulator(column, filter)
{
    private (int Count, decimal Value)[] _values = [];

    public override Quantity Result(int group) => _values[group] switch
    {
        (0, _) => NoData,
        (1, var value) => Of(value),
        _ => Undefined(UndefinedReason.NotAdditive),
    };

    protected override void Grow(int groupCount) => Grow(ref _values, groupCount);

    protected override void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            _values[groups[i]] = (_values[groups[i]].Count + 1, Column[rows[i]]);
        }
    }
}

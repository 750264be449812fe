namespace GoalMetrics;

internal sealed class PercentileAccumulator(ValueColumn column, RowFilter? filter, Aggregate aggregate) : ValueAccumulator(column, filter)
{
    private List<decimal>?[] _values = [];

    public override Quantity Result(int group)
    {
        if (_values[group] is not { } values)
        {
            return NoData;
        }

        values.Sort();
        if (aggregate.Aggregation == Aggregation.PercentileNearestRank)
        {
            return Of(values[Math.Max(0, (int)Math.Ceiling(aggregate.Percentile * values.Count) - 1)]);
        }

        var position = aggregate.Percentile * (values.Count - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, values.Count - 1);
        return Of(values[below]) + ((Of(values[above]) - Of(values[below])) * (position - below));
    }

    protected override void Grow(int groupCount) => Grow(ref _values, groupCount);

    protected override void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            (_values[groups[i]] ??= []).Add(Column[rows[i]]);
        }
    }
}

using System.Runtime.InteropServices;

namespace GoalMetrics;

internal sealed class PercentileAccumulator(ValueColumn column, RowFilter? filter, Aggregate aggregate, CancellationToken cancellationToken)
    : ValueAccumulator(column, filter)
{
    private List<decimal>?[] _values = [];

    public override Quantity Result(int group)
    {
        if (_values[group] is not { } values)
        {
            return NoData;
        }

        var sorted = CollectionsMarshal.AsSpan(values);
        if (aggregate.Aggregation == Aggregation.PercentileNearestRank)
        {
            return Of(Selection.Nth(sorted, Math.Max(0, (int)Math.Ceiling(aggregate.Percentile * values.Count) - 1), cancellationToken));
        }

        var position = aggregate.Percentile * (values.Count - 1);
        var place = (int)Math.Floor(position);
        var below = Of(Selection.Nth(sorted, place, cancellationToken));
        if (place == values.Count - 1)
        {
            return below;
        }

        // The next one is the smallest of those behind.
        var above = sorted[place + 1];
        foreach (var value in sorted[(place + 2)..])
        {
            above = Math.Min(above, value);
        }

        return below + ((Of(above) - below) * (position - place));
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

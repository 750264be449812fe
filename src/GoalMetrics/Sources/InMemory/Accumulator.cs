namespace GoalMetrics;

// Takes in the rows of one aggregate, group by group. Groups are numbered from 0 and only grow in number.
internal abstract class Accumulator
{
    private RowFilter? _filter;

    public static Accumulator For(Aggregate aggregate, FactTable table)
    {
        Accumulator accumulator = aggregate.Aggregation switch
        {
            Aggregation.Count => new CountAccumulator(),
            Aggregation.CountDistinct => new DistinctAccumulator(table.DimensionColumns[aggregate.Column!]),
            Aggregation.Sum => new SumAccumulator(Column()),
            Aggregation.Average => new SumAccumulator(Column(), averages: true),
            Aggregation.Min => new ExtremeAccumulator(Column(), -1),
            Aggregation.Max => new ExtremeAccumulator(Column(), 1),
            Aggregation.Percentile or Aggregation.PercentileNearestRank => new PercentileAccumulator(Column(), aggregate),
            Aggregation.First => new EdgeAccumulator(Column(), table.TimeColumn, -1),
            Aggregation.Last => new EdgeAccumulator(Column(), table.TimeColumn, 1),
            Aggregation.Balance => new BalanceAccumulator(Column(), table),
            Aggregation.SoleValue => new SoleValueAccumulator(Column()),
            _ => throw new ArgumentException($"Unknown aggregation: {aggregate.Aggregation}.", nameof(aggregate)),
        };
        accumulator._filter = aggregate.Filter is null ? null : RowFilter.For(aggregate.Filter, table);
        return accumulator;

        ValueColumn Column() => table.ValueColumns[table.Schema.Column(aggregate.Column!, nameof(aggregate)).Name];
    }

    public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups, int groupCount)
    {
        Grow(groupCount);
        for (var i = 0; i < rows.Length; i++)
        {
            if (_filter is null || _filter.Holds(rows[i]))
            {
                Add(rows[i], groups[i]);
            }
        }
    }

    public abstract Quantity Result(int group);

    // Room for this many groups; called again with the same or a larger number.
    protected abstract void Grow(int groupCount);

    protected abstract void Add(int row, int group);

    protected static void Grow<T>(ref T[] array, int count)
    {
        if (array.Length < count)
        {
            Array.Resize(ref array, Math.Max(count, array.Length * 2));
        }
    }
}

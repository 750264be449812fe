namespace GoalMetrics;

// Takes in the rows of one aggregate, group by group. Groups are numbered from 0 and only grow in number.
internal abstract class Accumulator
{
    private readonly RowFilter? _filter;
    private int[] _rows = [];
    private int[] _groups = [];

    protected Accumulator(RowFilter? filter) => _filter = filter;

    public static Accumulator For(Aggregate aggregate, FactTable table, Func<EventConversion, CreditedConversions> conversions, CancellationToken cancellationToken)
    {
        var filter = aggregate.Filter is null ? null : RowFilter.For(aggregate.Filter, table);
        return aggregate.Aggregation switch
        {
            Aggregation.Count => new CountAccumulator(filter),
            Aggregation.CountDistinct => new DistinctAccumulator(table.Dimension(aggregate.Column!), filter),
            _ when aggregate.Conversion is { } match => new ConversionAccumulator(aggregate, conversions(match), filter),
            _ => OfValues(table.Values(aggregate.Column!)),
        };

        Accumulator OfValues(ValueColumn values)
        {
            filter = RowFilter.Both(filter, RowFilter.WhereKnown(values));
            return aggregate.Aggregation switch
            {
                Aggregation.Sum => new SumAccumulator(values, filter),
                Aggregation.Average => new AverageAccumulator(values, filter),
                Aggregation.Min => new ExtremeAccumulator(values, filter, -1),
                Aggregation.Max => new ExtremeAccumulator(values, filter, 1),
                Aggregation.Percentile or Aggregation.PercentileNearestRank => new PercentileAccumulator(values, filter, aggregate, cancellationToken),
                Aggregation.First => new EdgeAccumulator(values, filter, table.TimeColumn, -1),
                Aggregation.Last => new EdgeAccumulator(values, filter, table.TimeColumn, 1),
                Aggregation.Balance or Aggregation.OpeningBalance or Aggregation.AverageBalance => new BalanceAccumulator(values, filter, table, aggregate),
                Aggregation.SoleValue => new SoleValueAccumulator(values, filter),
                _ => throw new ArgumentException($"Unknown aggregation: {aggregate.Aggregation}.", nameof(aggregate)),
            };
        }
    }

    public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups, int groupCount)
    {
        Grow(groupCount);
        if (_filter is null)
        {
            Add(rows, groups);
            return;
        }

        Grow(ref _rows, rows.Length);
        Grow(ref _groups, rows.Length);
        var count = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (_filter.Holds(rows[i]))
            {
                (_rows[count], _groups[count]) = (rows[i], groups[i]);
                count++;
            }
        }

        Add(_rows.AsSpan(0, count), _groups.AsSpan(0, count));
    }

    public abstract Quantity Result(int group);

    public static void Grow<T>(ref T[] array, int count)
    {
        if (array.Length < count)
        {
            Array.Resize(ref array, Math.Max(count, array.Length * 2));
        }
    }

    // Room for this many groups; called again with the same or a larger number.
    protected abstract void Grow(int groupCount);

    protected abstract void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups);
}

namespace GoalMetrics;

// Takes in the rows of one aggregate, cell by cell. Cells are numbered from 0 and only grow in number. What it has taken in does not
// depend on how its facts were written or in which chunks they came, so that it can be merged with others of its kind.
internal abstract class Accumulator(RowFilter? filter)
{
    private Chunk? _passing;

    protected bool TakesAll => filter is null || filter.ForAll == true;

    public static Accumulator For(Aggregate aggregate, FactTable table, Func<EventConversion, CreditedConversions> conversions, CancellationToken cancellationToken)
    {
        var filter = aggregate.Filter is null ? null : RowFilter.For(aggregate.Filter, table);
        return aggregate.Aggregation switch
        {
            Aggregation.Count => new CountAccumulator(filter),
            Aggregation.CountDistinct => new DistinctAccumulator(table.Dimension(aggregate.Column!), filter),
            Aggregation.ApproximateCountDistinct => new ApproximateDistinctAccumulator(table.DimensionOrHashes(aggregate.Column!), filter),
            _ when aggregate.Conversion is { } match => new ConversionAccumulator(aggregate, conversions(match), filter),
            _ => OfValues(table.Values(aggregate.Column!)),
        };

        Accumulator OfValues(ValueColumn values)
        {
            filter = RowFilter.WhereKnown(values, filter);
            return aggregate.Aggregation switch
            {
                Aggregation.Sum => new SumAccumulator(values, filter),
                Aggregation.Average => new AverageAccumulator(values, filter),
                Aggregation.Min => new ExtremeAccumulator(values, filter, -1),
                Aggregation.Max => new ExtremeAccumulator(values, filter, 1),
                Aggregation.Percentile or Aggregation.PercentileNearestRank => new PercentileAccumulator(values, filter, aggregate, cancellationToken),
                Aggregation.ApproximatePercentile => new ApproximatePercentileAccumulator(values, filter, aggregate.Percentile),
                Aggregation.First => new EdgeAccumulator(values, filter, table, -1),
                Aggregation.Last => new EdgeAccumulator(values, filter, table, 1),
                Aggregation.Balance or Aggregation.OpeningBalance or Aggregation.AverageBalance => new BalanceAccumulator(values, filter, table, aggregate, cancellationToken),
                Aggregation.SoleValue => new SoleValueAccumulator(values, filter),
                _ => throw new ArgumentException($"Unknown aggregation: {aggregate.Aggregation}.", nameof(aggregate)),
            };
        }
    }

    public void Add(Chunk chunk, int cellCount)
    {
        Grow(cellCount);
        switch (filter is null ? true : filter.ForAll)
        {
            case true:
                Add(chunk);
                break;
            case null:
                _passing ??= new();
                _passing.SetPassing(chunk, filter!);
                Add(_passing);
                break;
            default:
                break;
        }
    }

    // Takes in what another of its kind has: the target of each of the other's cells, or −1 for those to leave out. Without a map, both
    // have the same codes for members.
    public virtual void Merge(Accumulator other, ReadOnlySpan<int> targets, int cellCount, MemberMap? map, CancellationToken cancellationToken)
    {
        Grow(cellCount);
        for (var cell = 0; cell < targets.Length; cell++)
        {
            if ((cell & 0x3F) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (targets[cell] >= 0)
            {
                Merge(targets[cell], other, cell, map);
            }
        }
    }

    public abstract Quantity Result(int cell);

    // With what a sum is exactly, where that is more than a decimal has room for.
    public virtual Quantity Result(int cell, out ExactAmount? exact)
    {
        exact = null;
        return Result(cell);
    }

    // Where every row of the chunk is added as it is: the sums that it is added to.
    public virtual ExactSums? PlainSums => null;

    // The number of cells, where it is known before anything is taken in and no member is new.
    public virtual void Expect(int cellCount)
    {
    }

    // What a cell has taken in, and back into an empty cell. Codes are written as they stand in the map.
    public abstract void Write(int cell, BinaryWriter writer, MemberMap map);

    public abstract void Read(int cell, BinaryReader reader);

    // Room for this many cells; called again with the same or a larger number.
    public abstract void Grow(int cellCount);

    // Gives back what was borrowed. It is not used any more.
    public virtual void Release()
    {
    }

    protected abstract void Add(Chunk chunk);

    protected abstract void Merge(int cell, Accumulator other, int otherCell, MemberMap? map);

    protected static void Grow<T>(ref T[] array, int count)
    {
        if (array.Length < count)
        {
            Array.Resize(ref array, Math.Max(count, array.Length * 2));
        }
    }
}

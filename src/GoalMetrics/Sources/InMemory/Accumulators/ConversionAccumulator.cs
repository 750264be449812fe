namespace GoalMetrics;

// Counts base events, by whether their window has closed and by what they are credited with.
internal sealed class ConversionAccumulator(Aggregate aggregate, CreditedConversions conversions, RowFilter? filter) : Accumulator(filter)
{
    private readonly bool _all = aggregate.Conversion!.IncludesImmature;
    private long[] _counts = [];

    public override Quantity Result(int group) => _counts[group];

    protected override void Grow(int groupCount) => Grow(ref _counts, groupCount);

    protected override void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> groups)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            if (conversions.IsBase(row))
            {
                var isMature = conversions.IsMature(row);
                _counts[groups[i]] += aggregate.Aggregation switch
                {
                    Aggregation.ImmatureEvents => isMature ? 0 : 1,
                    _ when !isMature && !_all => 0,
                    Aggregation.BaseEvents => 1,
                    Aggregation.ConvertedEvents => Math.Min(1, conversions.Of(row)),
                    _ => conversions.Of(row),
                };
            }
        }
    }
}

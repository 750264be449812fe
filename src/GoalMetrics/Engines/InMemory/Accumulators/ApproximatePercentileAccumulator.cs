using GoalMetrics.Sources;

namespace GoalMetrics;

internal sealed class ApproximatePercentileAccumulator(ValueColumn column, RowFilter? filter) : ValueAccumulator(column, filter)
{
    private QuantileSketch?[] _sketches = [];

    public override AggregateValue Result(int cell, Aggregate asked)
    {
        if (_sketches[cell] is not { } sketch)
        {
            return NoData;
        }

        if (sketch.Quantile(((Aggregate.ApproximatePercentile)asked).Share) is { } value)
        {
            return AggregateValue.Approximate(ShortestDecimal.Of(value), Math.Abs(value) * QuantileSketch.RelativeError);
        }

        return AggregateValue.Undefined(sketch.Count is null ? UndefinedReason.Overflow : UndefinedReason.NoData);
    }

    // Values from 1 to 100,000 lie in so many buckets.
    public override long Room(int cellCount) => 2_048L * cellCount;

    public override void Grow(int cellCount) => Grow(ref _sketches, cellCount);

    public override void Write(int cell, BinaryWriter writer, MemberMap map) => (_sketches[cell] ?? new()).Write(writer);

    public override void Read(int cell, BinaryReader reader) => _sketches[cell] = QuantileSketch.Read(reader);

    protected override void Add(Chunk chunk)
    {
        var rows = chunk.Rows;
        var cells = chunk.Cells;
        for (var i = 0; i < rows.Length; i++)
        {
            var value = Column[rows[i]];
            (_sketches[cells[i]] ??= new()).Add(value);
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        if (((ApproximatePercentileAccumulator)other)._sketches[otherCell] is { } sketch)
        {
            (_sketches[cell] ??= new()).Merge(sketch);
        }
    }
}

using GoalMetrics.Sources;

namespace GoalMetrics;

// Keeps the times that base events took to be converted, for any share of them.
internal sealed class TimesAccumulator(ConversionTimes converted, RowFilter? filter, CancellationToken cancellationToken)
    : Accumulator(filter)
{
    private readonly CellValues _values = new(cancellationToken);

    public override AggregateValue Result(int cell, Aggregate asked)
    {
        var sorted = (Aggregate.TimeToConvert)asked;
        if (_values.At(cell, sorted.Share, sorted.Rank) is { } seconds)
        {
            return AggregateValue.Of(seconds);
        }

        return AggregateValue.Undefined(UndefinedReason.NoData);
    }

    public override void Grow(int cellCount) => _values.Grow(cellCount);

    public override void Write(int cell, BinaryWriter writer, MemberMap map) => _values.Write(cell, writer);

    public override void Read(int cell, BinaryReader reader) => _values.Read(cell, reader);

    protected override void Add(Chunk chunk)
    {
        var rows = chunk.Rows;
        var cells = chunk.Cells;
        for (var i = 0; i < rows.Length; i++)
        {
            if (converted.Contain(rows[i]))
            {
                _values.Add(cells[i], converted.SecondsOf(rows[i]));
            }
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map) =>
        _values.Merge(cell, ((TimesAccumulator)other)._values, otherCell);
}

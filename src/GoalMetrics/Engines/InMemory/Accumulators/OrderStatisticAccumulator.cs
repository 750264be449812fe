using GoalMetrics.Sources;

namespace GoalMetrics;

// Keeps all values of a cell, for any share of them.
internal sealed class OrderStatisticAccumulator(ValueColumn column, RowFilter? filter, CancellationToken cancellationToken)
    : ValueAccumulator(column, filter)
{
    private readonly CellValues _values = new(cancellationToken);

    public override AggregateValue Result(int cell, Aggregate asked)
    {
        var sorted = (Aggregate.OrderStatistic)asked;
        if (_values.At(cell, sorted.Share, sorted.Rank) is { } value)
        {
            return Of(value);
        }

        return NoData;
    }

    // All values are kept, each in two words.
    public override long Room(int cellCount) => 2L * Column.Count;

    public override void Grow(int cellCount) => _values.Grow(cellCount);

    public override void Write(int cell, BinaryWriter writer, MemberMap map) => _values.Write(cell, writer);

    public override void Read(int cell, BinaryReader reader) => _values.Read(cell, reader);

    protected override void Add(Chunk chunk)
    {
        var rows = chunk.Rows;
        var cells = chunk.Cells;
        for (var i = 0; i < rows.Length; i++)
        {
            _values.Add(cells[i], Column[rows[i]]);
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map) =>
        _values.Merge(cell, ((OrderStatisticAccumulator)other)._values, otherCell);
}

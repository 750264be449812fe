using GoalMetrics.Sources;

namespace GoalMetrics;

// The value of the earliest fact for sign −1, of the latest for 1.
internal sealed class EdgeAccumulator(ValueColumn column, RowFilter? filter, FactTable table, int sign) : ValueAccumulator(column, filter)
{
    private (FactOrder At, decimal Value)?[] _edges = [];

    public override AggregateValue Result(int cell, Aggregate asked)
    {
        if (_edges[cell] is { } edge)
        {
            return Of(edge.Value);
        }

        return NoData;
    }

    public override void Grow(int cellCount) => Grow(ref _edges, cellCount);

    public override void Write(int cell, BinaryWriter writer, MemberMap map)
    {
        writer.Write(_edges[cell].HasValue);
        if (_edges[cell] is var (moment, value))
        {
            moment.Write(writer);
            writer.Write(ShortestDecimal.Of(value));
        }
    }

    public override void Read(int cell, BinaryReader reader) =>
        _edges[cell] = reader.ReadBoolean() ? (FactOrder.Read(reader), reader.ReadDecimal()) : null;

    protected override void Add(Chunk chunk)
    {
        var rows = chunk.Rows;
        var cells = chunk.Cells;
        for (var i = 0; i < rows.Length; i++)
        {
            var moment = table.OrderOf(rows[i]);
            if (IsBeyond(cells[i], moment))
            {
                _edges[cells[i]] = (moment, Column[rows[i]]);
            }
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        if (((EdgeAccumulator)other)._edges[otherCell] is var (at, value) && (map?.Of(at) ?? at) is var moment && IsBeyond(cell, moment))
        {
            _edges[cell] = (moment, value);
        }
    }

    private bool IsBeyond(int cell, FactOrder moment) => _edges[cell] is not { } edge || Math.Sign(moment.CompareTo(edge.At)) == sign;
}

namespace GoalMetrics;

// The value of the earliest fact for sign −1, of the latest for 1.
internal sealed class EdgeAccumulator(ValueColumn column, RowFilter? filter, FactTable table, int sign) : ValueAccumulator(column, filter)
{
    private (Moment At, decimal Value)?[] _edges = [];

    public override Quantity Result(int cell) => _edges[cell] is { } edge ? Of(edge.Value) : NoData;

    public override void Grow(int cellCount) => Grow(ref _edges, cellCount);

    protected override void Add(Chunk chunk)
    {
        var rows = chunk.Rows;
        var cells = chunk.Cells;
        for (var i = 0; i < rows.Length; i++)
        {
            var moment = table.MomentOf(rows[i]);
            if (IsBeyond(cells[i], moment))
            {
                _edges[cells[i]] = (moment, Column[rows[i]]);
            }
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        if (((EdgeAccumulator)other)._edges[otherCell] is { } edge && IsBeyond(cell, edge.At))
        {
            _edges[cell] = edge;
        }
    }

    private bool IsBeyond(int cell, Moment moment) => _edges[cell] is not { } edge || Math.Sign(moment.CompareTo(edge.At)) == sign;
}

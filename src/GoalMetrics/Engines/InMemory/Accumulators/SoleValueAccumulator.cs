using GoalMetrics.Sources;

namespace GoalMetrics;

internal sealed class SoleValueAccumulator(ValueColumn column, RowFilter? filter) : ValueAccumulator(column, filter)
{
    private (bool IsKnown, bool AreMany, decimal Value)[] _values = [];

    public override AggregateValue Result(int cell, Aggregate asked) => _values[cell] switch
    {
        { AreMany: true } => AggregateValue.Undefined(UndefinedReason.NotAdditive),
        { IsKnown: true, Value: var value } => Of(value),
        _ => NoData,
    };

    public override void Grow(int cellCount) => Grow(ref _values, cellCount);

    // Of many, which one it was does not matter.
    public override void Write(int cell, BinaryWriter writer, MemberMap map)
    {
        var (isKnown, areMany, value) = _values[cell];
        writer.Write(isKnown);
        writer.Write(areMany);
        writer.Write(areMany ? 0m : ShortestDecimal.Of(value));
    }

    public override void Read(int cell, BinaryReader reader) =>
        _values[cell] = (reader.ReadBoolean(), reader.ReadBoolean(), reader.ReadDecimal());

    protected override void Add(Chunk chunk)
    {
        var rows = chunk.Rows;
        var cells = chunk.Cells;
        for (var i = 0; i < rows.Length; i++)
        {
            _values[cells[i]] = (true, _values[cells[i]].IsKnown, Column[rows[i]]);
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        var value = ((SoleValueAccumulator)other)._values[otherCell];
        if (value.IsKnown)
        {
            _values[cell] = (true, value.AreMany || _values[cell].IsKnown, value.Value);
        }
    }
}

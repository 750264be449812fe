using GoalMetrics.Sources;

namespace GoalMetrics;

internal sealed class SumAccumulator(ValueColumn column, RowFilter? filter) : ValueAccumulator(column, filter)
{
    private readonly ExactSums _sums = new(column);

    public override ExactSums? PlainSums => TakesAll ? _sums : null;

    public override AggregateValue Result(int cell, Aggregate asked) => _sums.Total(cell);

    public override void Grow(int cellCount) => _sums.Grow(cellCount);

    public override void Release()
    {
        base.Release();
        _sums.Release();
    }

    public override void Write(int cell, BinaryWriter writer, MemberMap map) => _sums.Write(cell, writer);

    public override void Read(int cell, BinaryReader reader) => _sums.Read(cell, reader);

    protected override void Add(Chunk chunk) => _sums.Add(chunk);

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map) =>
        _sums.Merge(cell, ((SumAccumulator)other)._sums, otherCell);
}

using GoalMetrics.Sources;

namespace GoalMetrics;

internal sealed class CountAccumulator(RowFilter? filter) : Accumulator(filter)
{
    private readonly CellCounts _counts = new();

    public long CountOf(int cell) => _counts[cell];

    public CellCounts Counts => _counts;

    public override AggregateValue Result(int cell, Aggregate asked) => _counts.Result(cell);

    public override void Grow(int cellCount) => _counts.Grow(cellCount);

    public override void Release()
    {
        base.Release();
        _counts.Release();
    }

    public override void Write(int cell, BinaryWriter writer, MemberMap map) => _counts.Write(cell, writer);

    public override void Read(int cell, BinaryReader reader) => _counts.Read(cell, reader);

    protected override void Add(Chunk chunk) => _counts.Add(chunk);

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map) =>
        _counts.Add(cell, ((CountAccumulator)other)._counts[otherCell]);
}

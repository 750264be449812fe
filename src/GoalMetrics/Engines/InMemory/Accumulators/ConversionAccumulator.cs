using GoalMetrics.Sources;

namespace GoalMetrics;

// Counts base events, by whether their window has closed and by what they are credited with.
internal sealed class ConversionAccumulator(
    Aggregate.Conversion aggregate, ConversionCredits conversions, RowFilter? filter) : Accumulator(filter)
{
    private readonly bool _all = aggregate.Match.IncludesImmature;
    private readonly CellCounts _counts = new();

    public override AggregateValue Result(int cell, Aggregate asked) => _counts.Result(cell);

    public override void Grow(int cellCount) => _counts.Grow(cellCount);

    public override void Release()
    {
        base.Release();
        _counts.Release();
    }

    public override void Write(int cell, BinaryWriter writer, MemberMap map) => _counts.Write(cell, writer);

    public override void Read(int cell, BinaryReader reader) => _counts.Read(cell, reader);

    protected override void Add(Chunk chunk)
    {
        var rows = chunk.Rows;
        var cells = chunk.Cells;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            if (conversions.IsBase(row))
            {
                var isMature = conversions.IsMature(row);
                _counts.Add(cells[i], aggregate.Counted switch
                {
                    ConversionCount.ImmatureEvents => isMature ? 0 : 1,
                    _ when !isMature && !_all => 0,
                    ConversionCount.BaseEvents => 1,
                    ConversionCount.ConvertedEvents => Math.Min(1, conversions.Of(row)),
                    _ => conversions.Of(row),
                });
            }
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map) =>
        _counts.Add(cell, ((ConversionAccumulator)other)._counts[otherCell]);
}

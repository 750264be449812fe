using System.Numerics;
using GoalMetrics.Sources;

namespace GoalMetrics;

// The smallest value for sign −1, the largest for 1.
internal sealed class ExtremeAccumulator(ValueColumn column, RowFilter? filter, int sign) : ValueAccumulator(column, filter)
{
    // No number of a column is as far from its extreme.
    private readonly long _none = sign < 0 ? long.MaxValue : long.MinValue;

    private decimal?[] _extremes = [];

    // As long as the scale stays, whole numbers are compared.
    private long[] _running = [];
    private int _runningScale;
    private bool _isRunning;

    public override AggregateValue Result(int cell, Aggregate asked)
    {
        Settle();
        if (_extremes[cell] is { } value)
        {
            return Of(value);
        }

        return NoData;
    }

    public override void Grow(int cellCount)
    {
        var before = _running.Length;
        Grow(ref _extremes, cellCount);
        Grow(ref _running, cellCount);
        Array.Fill(_running, _none, before, _running.Length - before);
    }

    public override void Write(int cell, BinaryWriter writer, MemberMap map)
    {
        Settle();
        writer.Write(_extremes[cell].HasValue);
        if (_extremes[cell] is { } extreme)
        {
            writer.Write(ShortestDecimal.Of(extreme));
        }
    }

    public override void Read(int cell, BinaryReader reader) => _extremes[cell] = reader.ReadBoolean() ? reader.ReadDecimal() : null;

    protected override void Add(Chunk chunk)
    {
        if (!Column.IsScaled)
        {
            var rows = chunk.Rows;
            var cells = chunk.Cells;
            for (var i = 0; i < rows.Length; i++)
            {
                Add(cells[i], Column[rows[i]]);
            }

            return;
        }

        if (_runningScale != Column.Scale)
        {
            Settle();
        }

        (_isRunning, _runningScale) = (true, Column.Scale);
        var numbers = Column.Mantissas;
        switch (numbers.Width)
        {
            case sizeof(sbyte):
                AddRunning(chunk, numbers.Bytes);
                break;
            case sizeof(short):
                AddRunning(chunk, numbers.Shorts);
                break;
            case sizeof(int):
                AddRunning(chunk, numbers.Ints);
                break;
            default:
                AddRunning(chunk, numbers.Longs);
                break;
        }
    }

    protected override void Merge(int cell, Accumulator other, int otherCell, MemberMap? map)
    {
        var theirs = (ExtremeAccumulator)other;
        theirs.Settle();
        if (theirs._extremes[otherCell] is { } value)
        {
            Add(cell, value);
        }
    }

    private void AddRunning<T>(Chunk chunk, ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryInteger<T>
    {
        var running = _running;
        if (chunk.IsFew)
        {
            Span<long> few = stackalloc long[chunk.FewCount];
            few.Fill(_none);
            AddFew(chunk.Few, numbers.Slice(chunk.Start, chunk.Count), few);
            for (var i = 0; i < few.Length; i++)
            {
                Keep(ref running[chunk.FewCells[i]], few[i]);
            }

            return;
        }

        var cells = chunk.Cells;
        var rows = chunk.Rows;
        for (var i = 0; i < cells.Length; i++)
        {
            Keep(ref running[cells[i]], long.CreateTruncating(numbers[rows[i]]));
        }
    }

    // Of a single cell, the rows have no group.
    private void AddFew<T>(ReadOnlySpan<byte> groupOf, ReadOnlySpan<T> numbers, Span<long> few)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            Keep(ref few[groupOf.IsEmpty ? 0 : groupOf[i]], long.CreateTruncating(numbers[i]));
        }
    }

    private void Keep(ref long extreme, long number) => extreme = sign < 0 ? Math.Min(extreme, number) : Math.Max(extreme, number);

    private void Settle()
    {
        for (var cell = 0; _isRunning && cell < _running.Length; cell++)
        {
            if (_running[cell] != _none)
            {
                Add(cell, ExactDecimal.From(_running[cell], _runningScale));
                _running[cell] = _none;
            }
        }

        _isRunning = false;
    }

    private void Add(int cell, decimal value)
    {
        ref var extreme = ref _extremes[cell];
        if (extreme is not { } before || value.CompareTo(before) == sign)
        {
            extreme = value;
        }
    }
}

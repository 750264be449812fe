using System.Numerics;
using GoalMetrics.Sources;

namespace GoalMetrics;

// Exact sums of a column, cell by cell, whatever the order of the rows. Whole numbers at the column's scale are added as longs for as long
// as they cannot overflow, and then go to 128 bits.
internal sealed class ExactSums(ValueColumn column)
{
    private readonly ExactTotals _totals = new();
    private long[] _running = [];
    private int _runningScale;
    private bool _isRunning;

    // No running sum is beyond it, whatever was added.
    private long _bound;

    public PackedNumbers Numbers => column.Mantissas;

    private ulong Largest => Math.Max(unchecked((ulong)-column.Mantissas.Lowest), (ulong)column.Mantissas.Highest);

    public void Grow(int cellCount)
    {
        BorrowedArray.Grow(ref _running, cellCount);
    }

    public void Release() => BorrowedArray.Return(ref _running);

    public void Add(Chunk chunk)
    {
        if (column.IsScaled)
        {
            AddScaled(chunk);
        }
        else
        {
            AddDecimals(chunk);
        }
    }

    public void Merge(int cell, ExactSums other, int otherCell)
    {
        if (other._isRunning && other._totals.IsEmpty && otherCell < other._running.Length)
        {
            Reserve(other._runningScale, other._bound);
            AddReserved(cell, other._running[otherCell]);
            return;
        }

        Settle();
        other.Settle();
        _totals.Add(cell, other._totals, otherCell);
    }

    public void AddTo(ExactTotals totals, int target, int cell)
    {
        Settle();
        totals.Add(target, _totals, cell);
    }

    public void Write(int cell, BinaryWriter writer)
    {
        Settle();
        _totals.Write(cell, writer);
    }

    public void Read(int cell, BinaryReader reader) => _totals.Read(cell, reader);

    public AggregateValue Total(int cell)
    {
        // As long as longs find room, there is nothing elsewhere.
        if (_isRunning && _totals.IsEmpty)
        {
            return ShortestDecimal.Of(ExactDecimal.From(_running[cell], _runningScale));
        }

        Settle();
        return _totals.Total(cell);
    }

    // Null where it is too large.
    public decimal? Quotient(int cell, long divisor)
    {
        Settle();
        return _totals.Quotient(cell, divisor);
    }

    // What is added next, whole numbers at the column's scale, as many as said. False where longs may be too small for it.
    public bool TryReserve(int count)
    {
        if (!column.IsScaled || Math.BigMul(Largest, (ulong)count, out var bound) > 0 || bound > long.MaxValue)
        {
            return false;
        }

        Reserve(column.Scale, (long)bound);
        return true;
    }

    private void Reserve(int scale, long bound)
    {
        if (_isRunning && (_runningScale != scale || _bound > long.MaxValue - bound))
        {
            Settle();
        }

        (_isRunning, _runningScale, _bound) = (true, scale, _bound + bound);
    }

    // The sum of some that were reserved.
    public void AddReserved(int cell, long sum) => _running[cell] = unchecked(_running[cell] + sum);

    private void AddScaled(Chunk chunk)
    {
        if (!TryReserve(chunk.Count))
        {
            AddLarge(chunk);
            return;
        }

        var (numbers, largest) = (column.Mantissas, Largest);
        switch (numbers.Width)
        {
            case sizeof(sbyte):
                AddRunning(chunk, numbers.Bytes, largest);
                break;
            case sizeof(short):
                AddRunning(chunk, numbers.Shorts, largest);
                break;
            case sizeof(int):
                AddRunning(chunk, numbers.Ints, largest);
                break;
            default:
                AddRunning(chunk, numbers.Longs, largest);
                break;
        }
    }

    private void AddRunning<T>(Chunk chunk, ReadOnlySpan<T> numbers, ulong largest)
        where T : unmanaged, IBinaryInteger<T>
    {
        var running = _running;
        if (chunk.IsFew)
        {
            AddFew(chunk, numbers, largest);
        }
        else if (chunk.IsWhole)
        {
            var cells = chunk.Cells;
            var inChunk = numbers.Slice(chunk.Start, chunk.Count);
            for (var i = 0; i < cells.Length && i < inChunk.Length; i++)
            {
                ref var sum = ref running[cells[i]];
                sum = unchecked(sum + long.CreateTruncating(inChunk[i]));
            }
        }
        else
        {
            var cells = chunk.Cells;
            var rows = chunk.Rows;
            for (var i = 0; i < cells.Length; i++)
            {
                ref var sum = ref running[cells[i]];
                sum = unchecked(sum + long.CreateTruncating(numbers[rows[i]]));
            }
        }
    }

    private void AddFew<T>(Chunk chunk, ReadOnlySpan<T> numbers, ulong largest)
        where T : unmanaged, IBinaryInteger<T>
    {
        Span<long> few = stackalloc long[chunk.FewCount];
        few.Clear();
        MaskedSums.Sum(chunk.Few, numbers.Slice(chunk.Start, chunk.Count), largest, few);
        for (var i = 0; i < few.Length; i++)
        {
            _running[chunk.FewCells[i]] += few[i];
        }
    }

    private void AddLarge(Chunk chunk)
    {
        var cells = chunk.Cells;
        var rows = chunk.Rows;
        for (var i = 0; i < cells.Length; i++)
        {
            _totals.Add(cells[i], column.Scale, column.Mantissas[rows[i]]);
        }
    }

    private void AddDecimals(Chunk chunk)
    {
        var cells = chunk.Cells;
        var rows = chunk.Rows;
        var decimals = column.Decimals;
        for (var i = 0; i < cells.Length; i++)
        {
            _totals.Add(cells[i], decimals[rows[i]]);
        }
    }

    // Moves the running sums to where there is more room.
    private void Settle()
    {
        for (var cell = 0; _isRunning && cell < _running.Length; cell++)
        {
            if (_running[cell] != 0)
            {
                _totals.Add(cell, _runningScale, _running[cell]);
                _running[cell] = 0;
            }
        }

        (_isRunning, _bound) = (false, 0);
    }
}

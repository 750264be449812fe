using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GoalMetrics;

// A row of bits for each cell, one bit for each code. Rented in one piece, so that a query allocates nothing. If the bits exceed the
// processor's caches, codes are collected and sorted by cell first.
internal sealed class BitRows
{
    private const int NearWords = 1 << 17;
    private const int BatchSize = 1 << 20;

    private readonly int _cellCount;
    private readonly int _wordCount;
    private ulong[] _words;
    private int[] _cells = [];
    private int[] _codes = [];
    private int[] _sorted = [];
    private int _held;

    public BitRows(int cellCount, int wordCount)
    {
        (_cellCount, _wordCount) = (cellCount, wordCount);
        _words = ArrayPool<ulong>.Shared.Rent(cellCount * wordCount);
        _words.AsSpan(0, cellCount * wordCount).Clear();
    }

    // Skips the code that stands for no value, which may be below 0.
    public int CountOf(int cell, int absent)
    {
        Flush();
        var count = absent >= 0 && (RowOf(cell)[absent >> 6] & (1UL << absent)) != 0 ? -1 : 0;
        foreach (var word in RowOf(cell))
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    // Skips the code that stands for no value.
    public void ForEach(int cell, int absent, Action<int> action)
    {
        Flush();
        var row = RowOf(cell);
        for (var i = 0; i < row.Length; i++)
        {
            for (var word = row[i]; word != 0; word &= word - 1)
            {
                var code = (i << 6) + BitOperations.TrailingZeroCount(word);
                if (code != absent)
                {
                    action(code);
                }
            }
        }
    }

    public void Add(int cell, int code) => RowOf(cell)[code >> 6] |= 1UL << code;

    public void Add<T>(Chunk chunk, ReadOnlySpan<T> codes)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (!chunk.IsFew && _cellCount * _wordCount > NearWords)
        {
            Hold(chunk, codes);
            return;
        }

        // All cells and codes lie within the arrays, so no row needs a bounds check.
        ref var words = ref MemoryMarshal.GetArrayDataReference(_words);
        var cells = chunk.Cells;
        if (chunk.IsWhole)
        {
            codes = codes.Slice(chunk.Start, chunk.Count);
            for (var i = 0; i < cells.Length && i < codes.Length; i++)
            {
                Set(ref words, cells[i], int.CreateTruncating(codes[i]));
            }
        }
        else
        {
            var rows = chunk.Rows;
            for (var i = 0; i < cells.Length; i++)
            {
                Set(ref words, cells[i], int.CreateTruncating(codes[rows[i]]));
            }
        }
    }

    public void Add(int cell, BitRows other, int otherCell)
    {
        Flush();
        other.Flush();
        BitWords.Unite(RowOf(cell), other.RowOf(otherCell));
    }

    // Groups codes by cell, so that a cell's row of bits stays in the cache while its codes are added.
    public void Flush()
    {
        if (_held == 0)
        {
            return;
        }

        var starts = new int[_cellCount + 1];
        var cells = _cells.AsSpan(0, _held);
        foreach (var cell in cells)
        {
            starts[cell + 1]++;
        }

        for (var cell = 0; cell < _cellCount; cell++)
        {
            starts[cell + 1] += starts[cell];
        }

        for (var i = 0; i < cells.Length; i++)
        {
            _sorted[starts[cells[i]]++] = _codes[i];
        }

        // After the sort, each start has moved to where its cell ends.
        for (var (cell, from) = (0, 0); cell < _cellCount; from = starts[cell++])
        {
            var row = RowOf(cell);
            foreach (var code in _sorted.AsSpan(from..starts[cell]))
            {
                row[code >> 6] |= 1UL << code;
            }
        }

        _held = 0;
    }

    public void Release()
    {
        ArrayPool<ulong>.Shared.Return(_words);
        foreach (var array in (int[][])[_cells, _codes, _sorted])
        {
            if (array.Length > 0)
            {
                ArrayPool<int>.Shared.Return(array);
            }
        }

        (_words, _cells, _codes, _sorted) = ([], [], [], []);
    }

    private void Hold<T>(Chunk chunk, ReadOnlySpan<T> codes)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (_cells.Length == 0)
        {
            _cells = ArrayPool<int>.Shared.Rent(BatchSize);
            _codes = ArrayPool<int>.Shared.Rent(BatchSize);
            _sorted = ArrayPool<int>.Shared.Rent(BatchSize);
        }

        if (_held + chunk.Count > BatchSize)
        {
            Flush();
        }

        chunk.Cells.CopyTo(_cells.AsSpan(_held));
        var held = _codes.AsSpan(_held, chunk.Count);
        if (chunk.IsWhole)
        {
            codes = codes.Slice(chunk.Start, chunk.Count);
            for (var i = 0; i < held.Length && i < codes.Length; i++)
            {
                held[i] = int.CreateTruncating(codes[i]);
            }
        }
        else
        {
            var rows = chunk.Rows;
            for (var i = 0; i < held.Length; i++)
            {
                held[i] = int.CreateTruncating(codes[rows[i]]);
            }
        }

        _held += chunk.Count;
    }

    private Span<ulong> RowOf(int cell) => _words.AsSpan(cell * _wordCount, _wordCount);

    private void Set(ref ulong words, int cell, int code)
    {
        ref var word = ref Unsafe.Add(ref words, unchecked((cell * _wordCount) + (code >> 6)));
        word |= 1UL << code;
    }
}

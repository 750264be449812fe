using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GoalMetrics;

// A row of bits for each cell, one bit for each code. Borrowed in one piece, so that nothing is allocated each time a question is asked.
internal sealed class BitRows
{
    private readonly int _wordCount;
    private ulong[] _words;

    public BitRows(int cellCount, int wordCount)
    {
        _wordCount = wordCount;
        _words = ArrayPool<ulong>.Shared.Rent(cellCount * wordCount);
        _words.AsSpan(0, cellCount * wordCount).Clear();
    }

    // All but the code that means there is none, which may be below 0.
    public int CountOf(int cell, int absent)
    {
        var count = absent >= 0 && (RowOf(cell)[absent >> 6] & (1UL << absent)) != 0 ? -1 : 0;
        foreach (var word in RowOf(cell))
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    public void Add(int cell, int code) => RowOf(cell)[code >> 6] |= 1UL << code;

    public void Add<T>(Chunk chunk, ReadOnlySpan<T> codes)
        where T : unmanaged, IBinaryInteger<T>
    {
        // Cells and codes were numbered below what there is room for, which need not be looked at again row by row.
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
        var mine = RowOf(cell);
        var theirs = other.RowOf(otherCell);
        var mineByVector = MemoryMarshal.Cast<ulong, Vector<ulong>>(mine);
        var theirsByVector = MemoryMarshal.Cast<ulong, Vector<ulong>>(theirs);
        for (var i = 0; i < mineByVector.Length; i++)
        {
            mineByVector[i] |= theirsByVector[i];
        }

        for (var i = mineByVector.Length * Vector<ulong>.Count; i < mine.Length; i++)
        {
            mine[i] |= theirs[i];
        }
    }

    public void Release()
    {
        ArrayPool<ulong>.Shared.Return(_words);
        _words = [];
    }

    private Span<ulong> RowOf(int cell) => _words.AsSpan(cell * _wordCount, _wordCount);

    private void Set(ref ulong words, int cell, int code)
    {
        ref var word = ref Unsafe.Add(ref words, unchecked((cell * _wordCount) + (code >> 6)));
        word |= 1UL << code;
    }
}

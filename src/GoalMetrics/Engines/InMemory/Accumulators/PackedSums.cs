using System.Numerics;

namespace GoalMetrics;

// Counts rows and sums several columns at once: a row's count and numbers are packed side by side into one word, each in a field wide
// enough for the sum over a chunk. Each row then costs one addition to its cell, and each chunk one pass over the cells.
internal sealed class PackedSums
{
    // With more cells, the pass over them after each chunk costs more than packing saves.
    public const int MostCells = 512;

    // Fewer are added one by one before they would be packed.
    public const int FewestRows = 64;

    private const int CountBits = 13;

    // As many words as stay in the first-level cache while they are packed.
    private const int BlockSize = 512;

    private readonly ulong[] _words = new ulong[BlockSize];
    private readonly List<(ExactSums Sums, int Shift, int Bits)> _fields = [];
    private ulong[] _packed = [];

    // Adds the chunk to the counts and to as many of the sums as fit a word, and removes those from the list.
    public void Add(Chunk chunk, CellCounts counts, List<ExactSums> sums, int cellCount)
    {
        Choose(chunk, sums);
        Array.Resize(ref _packed, Math.Max(_packed.Length, cellCount));
        for (var done = 0; done < chunk.Count; done += BlockSize)
        {
            Add(chunk.Start + done, chunk.Cells.Slice(done, Math.Min(BlockSize, chunk.Count - done)));
        }

        Unpack(counts, cellCount);
    }

    private void Add(int start, ReadOnlySpan<int> cells)
    {
        var words = _words.AsSpan(0, cells.Length);
        words.Fill(1);
        foreach (var (field, shift, _) in _fields)
        {
            PackedWords.Put(field.Numbers, start, words, shift);
        }

        PackedWords.Add(words, cells, _packed);
    }

    private void Choose(Chunk chunk, List<ExactSums> sums)
    {
        _fields.Clear();
        var shift = CountBits;
        for (var i = 0; i < sums.Count; i++)
        {
            // Numbers are packed as distances from their lowest, so that none is below 0.
            var numbers = sums[i].Numbers;
            var bits = 64 - BitOperations.LeadingZeroCount(unchecked((ulong)(numbers.Highest - numbers.Lowest))) + CountBits;
            if (shift + bits <= 64 && sums[i].TryReserve(chunk.Count))
            {
                _fields.Add((sums[i], shift, bits));
                shift += bits;
                sums.RemoveAt(i--);
            }
        }
    }

    private void Unpack(CellCounts counts, int cellCount)
    {
        for (var cell = 0; cell < cellCount; cell++)
        {
            var word = _packed[cell];
            if (word == 0)
            {
                continue;
            }

            _packed[cell] = 0;
            var count = (long)(word & ((1 << CountBits) - 1));
            counts.Add(cell, count);
            foreach (var (sums, shift, bits) in _fields)
            {
                var aboveLowest = unchecked((long)((word >> shift) & (ulong.MaxValue >> (64 - bits))));
                sums.AddReserved(cell, unchecked(aboveLowest + (sums.Numbers.Lowest * count)));
            }
        }
    }
}

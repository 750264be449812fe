using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    // Row by row, one sum after the other.
    public static void AddPlain(Chunk chunk, CellCounts counts, List<ExactSums> sums)
    {
        counts.Add(chunk);
        sums.ForEach(sum => sum.Add(chunk));
    }

    private void Add(int start, ReadOnlySpan<int> cells)
    {
        var words = _words.AsSpan(0, cells.Length);
        words.Fill(1);
        foreach (var (field, shift, _) in _fields)
        {
            Put(field.Numbers, start, words, shift);
        }

        ref var packed = ref MemoryMarshal.GetArrayDataReference(_packed);
        ref var adds = ref MemoryMarshal.GetReference(words);
        ref var places = ref MemoryMarshal.GetReference(cells);
        unchecked
        {
            for (nint i = 0; i < cells.Length; i++)
            {
                // Cells are numbered below their count.
                Unsafe.Add(ref packed, Unsafe.Add(ref places, i)) += Unsafe.Add(ref adds, i);
            }
        }
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

    private static void Put(PackedNumbers numbers, int start, Span<ulong> words, int shift)
    {
        switch (numbers.Width)
        {
            case sizeof(sbyte):
                Put(numbers.Bytes.Slice(start, words.Length), numbers.Lowest, words, shift);
                break;
            case sizeof(short):
                Put(numbers.Shorts.Slice(start, words.Length), numbers.Lowest, words, shift);
                break;
            case sizeof(int):
                Put(numbers.Ints.Slice(start, words.Length), numbers.Lowest, words, shift);
                break;
            default:
                Put(numbers.Longs.Slice(start, words.Length), numbers.Lowest, words, shift);
                break;
        }
    }

    private static void Put<T>(ReadOnlySpan<T> numbers, long lowest, Span<ulong> words, int shift)
        where T : unmanaged, IBinaryInteger<T>
    {
        var done = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var from = ref MemoryMarshal.GetReference(numbers);
            ref var to = ref MemoryMarshal.GetReference(words);
            var bottom = Vector256.Create(lowest);
            for (done = 0; done + 4 <= words.Length; done += 4)
            {
                var field = (Four(ref Unsafe.Add(ref from, done)) - bottom) << shift;
                var word = Vector256.LoadUnsafe(ref to, (nuint)done) + field.AsUInt64();
                word.StoreUnsafe(ref to, (nuint)done);
            }
        }

        for (var i = done; i < words.Length; i++)
        {
            words[i] += unchecked((ulong)(long.CreateTruncating(numbers[i]) - lowest) << shift);
        }
    }

    private static Vector256<long> Four<T>(ref T numbers)
        where T : unmanaged
    {
        if (typeof(T) == typeof(long))
        {
            return Vector256.LoadUnsafe(ref numbers).AsInt64();
        }

        ref var bytes = ref Unsafe.As<T, byte>(ref numbers);
        Vector128<int> ints;
        if (typeof(T) == typeof(int))
        {
            ints = Vector128.LoadUnsafe(ref numbers).AsInt32();
        }
        else if (typeof(T) == typeof(short))
        {
            var shorts = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref bytes)).AsInt16();
            ints = Vector128.WidenLower(shorts);
        }
        else
        {
            var signedBytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<int>(ref bytes)).AsSByte();
            ints = Vector128.WidenLower(Vector128.WidenLower(signedBytes));
        }

        return Vector256.Create(Vector128.WidenLower(ints), Vector128.WidenUpper(ints));
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

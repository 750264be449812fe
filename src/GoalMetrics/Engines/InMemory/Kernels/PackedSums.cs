using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GoalMetrics;

// Counts rows and adds up several columns at once: what a row adds is put side by side into one word, a field for the count and one for
// each column, wide enough for a chunk of its numbers. Each row then costs one addition to its cell, and each chunk a look at every cell.
internal sealed class PackedSums
{
    // With more cells, the look at each of them after a chunk costs more than it saves.
    public const int MostCells = 512;

    private const int CountBits = 13;

    // So many words stay in the processor's nearest memory while they are put together.
    private const int BlockSize = 512;

    private readonly ulong[] _words = new ulong[BlockSize];
    private readonly List<(ExactSums Sums, int Shift, int Bits)> _fields = [];
    private ulong[] _packed = [];

    // Adds the chunk to the counts and to as many of the sums as find room in a word; those are taken off the list.
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
            // Numbers are put above their lowest, so that none is below 0.
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
                var word = Vector256.LoadUnsafe(ref to, (nuint)done) + ((Four(ref Unsafe.Add(ref from, done)) - bottom) << shift).AsUInt64();
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
        var ints = typeof(T) == typeof(int) ? Vector128.LoadUnsafe(ref numbers).AsInt32()
            : typeof(T) == typeof(short) ? Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref bytes)).AsInt16())
            : Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<int>(ref bytes)).AsSByte()));
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
                sums.AddReserved(cell, unchecked((long)((word >> shift) & (ulong.MaxValue >> (64 - bits))) + (sums.Numbers.Lowest * count)));
            }
        }
    }
}

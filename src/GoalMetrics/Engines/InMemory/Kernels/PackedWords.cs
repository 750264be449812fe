using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GoalMetrics;

// Numbers of several columns side by side in one word for each row, and words added up cell by cell.
internal static class PackedWords
{
    // Adds to each row's word how far its number is above the lowest of the column, so many bits up.
    public static void Put(PackedNumbers numbers, int start, Span<ulong> words, int shift)
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

    // Row by row.
    public static void PutPlain(PackedNumbers numbers, int start, Span<ulong> words, int shift)
    {
        for (var i = 0; i < words.Length; i++)
        {
            words[i] += unchecked((ulong)(numbers[start + i] - numbers.Lowest) << shift);
        }
    }

    // Cells are numbered below the length of the sums, so no row needs a bounds check.
    public static void Add(ReadOnlySpan<ulong> words, ReadOnlySpan<int> cells, ulong[] sums)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(sums);
        ref var adds = ref MemoryMarshal.GetReference(words);
        ref var places = ref MemoryMarshal.GetReference(cells);
        unchecked
        {
            for (nint i = 0; i < cells.Length; i++)
            {
                Unsafe.Add(ref first, Unsafe.Add(ref places, i)) += Unsafe.Add(ref adds, i);
            }
        }
    }

    // Row by row.
    public static void AddPlain(ReadOnlySpan<ulong> words, ReadOnlySpan<int> cells, ulong[] sums)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            sums[cells[i]] = unchecked(sums[cells[i]] + words[i]);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
}

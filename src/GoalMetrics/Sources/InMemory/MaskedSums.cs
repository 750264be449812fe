using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GoalMetrics;

// Counts and sums of rows that lie in a few groups, 0 to 15: a look at all rows for each group, but at 8 to 32 rows at a time. Without
// such instructions, row by row, with the same results.
internal static class MaskedSums
{
    // Of one group, no row needs to say so.
    public static void Count(ReadOnlySpan<byte> groupOf, int rowCount, Span<long> counts)
    {
        if (counts.Length == 1)
        {
            counts[0] += rowCount;
            return;
        }

        var done = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var vectors = MemoryMarshal.Cast<byte, Vector256<byte>>(groupOf);
            for (var group = 0; group < counts.Length; group++)
            {
                var wanted = Vector256.Create((byte)group);
                var count = 0;
                foreach (ref readonly var vector in vectors)
                {
                    count += BitOperations.PopCount(Vector256.Equals(vector, wanted).ExtractMostSignificantBits());
                }

                counts[group] += count;
            }

            done = vectors.Length * Vector256<byte>.Count;
        }

        foreach (var group in groupOf[done..])
        {
            counts[group]++;
        }
    }

    // Of a chunk of rows at most, so that sums of bytes find room in shorts.
    public static void Sum<T>(ReadOnlySpan<byte> groupOf, ReadOnlySpan<T> numbers, Span<long> sums)
        where T : unmanaged, IBinaryInteger<T>
    {
        var done = !Vector256.IsHardwareAccelerated ? 0
            : typeof(T) == typeof(sbyte) ? SumBytes(groupOf, MemoryMarshal.Cast<T, Vector256<sbyte>>(numbers), sums)
            : typeof(T) == typeof(short) ? SumShorts(groupOf, MemoryMarshal.Cast<T, Vector256<short>>(numbers), sums)
            : typeof(T) == typeof(int) ? SumInts(groupOf, MemoryMarshal.Cast<T, Vector256<int>>(numbers), sums)
            : 0;
        for (var i = done; i < numbers.Length; i++)
        {
            sums[groupOf.IsEmpty ? 0 : groupOf[i]] += long.CreateTruncating(numbers[i]);
        }
    }

    private static int SumBytes(ReadOnlySpan<byte> groupOf, ReadOnlySpan<Vector256<sbyte>> vectors, Span<long> sums)
    {
        var groups = MemoryMarshal.Cast<byte, Vector256<sbyte>>(groupOf);
        for (var group = 0; group < sums.Length; group++)
        {
            var wanted = Vector256.Create((sbyte)group);
            var sum = Vector256<short>.Zero;
            for (var i = 0; i < vectors.Length; i++)
            {
                var (lower, upper) = Vector256.Widen(groups.IsEmpty ? vectors[i] : vectors[i] & Vector256.Equals(groups[i], wanted));
                sum += lower + upper;
            }

            var (low, high) = Vector256.Widen(sum);
            sums[group] += Vector256.Sum(low + high);
        }

        return vectors.Length * Vector256<sbyte>.Count;
    }

    private static int SumShorts(ReadOnlySpan<byte> groupOf, ReadOnlySpan<Vector256<short>> vectors, Span<long> sums)
    {
        var groups = MemoryMarshal.Cast<byte, Vector128<byte>>(groupOf);
        for (var group = 0; group < sums.Length; group++)
        {
            var wanted = Vector256.Create((short)group);
            var sum = Vector256<int>.Zero;
            for (var i = 0; i < vectors.Length; i++)
            {
                var (lower, upper) = Vector256.Widen(groups.IsEmpty ? vectors[i] : vectors[i] & Vector256.Equals(Shorts(groups[i]), wanted));
                sum += lower + upper;
            }

            sums[group] += Vector256.Sum(sum);
        }

        return vectors.Length * Vector256<short>.Count;
    }

    private static int SumInts(ReadOnlySpan<byte> groupOf, ReadOnlySpan<Vector256<int>> vectors, Span<long> sums)
    {
        var groups = MemoryMarshal.Cast<byte, long>(groupOf);
        for (var group = 0; group < sums.Length; group++)
        {
            var wanted = Vector256.Create(group);
            var sum = Vector256<long>.Zero;
            for (var i = 0; i < vectors.Length; i++)
            {
                var (lower, upper) = Vector256.Widen(groups.IsEmpty ? vectors[i] : vectors[i] & Vector256.Equals(Ints(groups[i]), wanted));
                sum += lower + upper;
            }

            sums[group] += Vector256.Sum(sum);
        }

        return vectors.Length * Vector256<int>.Count;
    }

    private static Vector256<short> Shorts(Vector128<byte> bytes) => Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes)).AsInt16();

    private static Vector256<int> Ints(long eightBytes)
    {
        var shorts = Vector128.WidenLower(Vector128.CreateScalarUnsafe(eightBytes).AsByte());
        return Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)).AsInt32();
    }
}

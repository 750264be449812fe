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
                // A comparison gives 255 for yes, which is 1 less than nothing. A chunk adds half as much as a byte can count.
                var wanted = Vector256.Create((byte)group);
                var count = Vector256<byte>.Zero;
                foreach (ref readonly var vector in vectors)
                {
                    count -= Vector256.Equals(vector, wanted);
                }

                var (lower, upper) = Vector256.Widen(count);
                counts[group] += Vector256.Sum(lower + upper);
            }

            done = vectors.Length * Vector256<byte>.Count;
        }

        foreach (var group in groupOf[done..])
        {
            counts[group]++;
        }
    }

    // Of numbers of which none is larger than said, whatever its sign.
    public static void Sum<T>(ReadOnlySpan<byte> groupOf, ReadOnlySpan<T> numbers, ulong largest, Span<long> sums)
        where T : unmanaged, IBinaryInteger<T>
    {
        var done = 0;
        if (Vector256.IsHardwareAccelerated && typeof(T) != typeof(long))
        {
            // So many can be added before one of them might not find room.
            var most = typeof(T) == typeof(sbyte) ? (ulong)sbyte.MaxValue : typeof(T) == typeof(short) ? (ulong)short.MaxValue : int.MaxValue;
            var atOnce = Math.Max(1, (int)Math.Min((ulong)numbers.Length, most / Math.Max(1, largest))) * Vector256<T>.Count;
            for (var whole = numbers.Length - (numbers.Length % Vector256<T>.Count); done < whole; done = Math.Min(whole, done + atOnce))
            {
                var count = Math.Min(atOnce, whole - done);
                SumVectors(groupOf.IsEmpty ? [] : groupOf.Slice(done, count), MemoryMarshal.Cast<T, Vector256<T>>(numbers.Slice(done, count)), sums);
            }
        }

        for (var i = done; i < numbers.Length; i++)
        {
            sums[groupOf.IsEmpty ? 0 : groupOf[i]] += long.CreateTruncating(numbers[i]);
        }
    }

    // Four groups at a time share the work of taking rows in.
    private static void SumVectors<T>(ReadOnlySpan<byte> groupOf, ReadOnlySpan<Vector256<T>> vectors, Span<long> sums)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var group = 0; group < sums.Length; group += 4)
        {
            var first = Vector256.Create(T.CreateTruncating(group));
            Vector256<T> second = first + Vector256<T>.One, third = second + Vector256<T>.One, fourth = third + Vector256<T>.One;
            Vector256<T> a = default, b = default, c = default, d = default;
            for (var i = 0; i < vectors.Length; i++)
            {
                var numbers = vectors[i];
                var of = groupOf.IsEmpty ? default : Groups<T>(groupOf, i);
                a += numbers & Vector256.Equals(of, first);
                b += numbers & Vector256.Equals(of, second);
                c += numbers & Vector256.Equals(of, third);
                d += numbers & Vector256.Equals(of, fourth);
            }

            sums[group] += Total(a);
            for (var i = 1; i < Math.Min(4, sums.Length - group); i++)
            {
                sums[group + i] += Total(i == 1 ? b : i == 2 ? c : d);
            }
        }
    }

    // The groups of a vector's rows, as wide as its numbers.
    private static Vector256<T> Groups<T>(ReadOnlySpan<byte> groupOf, int vector)
    {
        if (typeof(T) == typeof(sbyte))
        {
            return MemoryMarshal.Cast<byte, Vector256<byte>>(groupOf)[vector].As<byte, T>();
        }

        if (typeof(T) == typeof(short))
        {
            var bytes = MemoryMarshal.Cast<byte, Vector128<byte>>(groupOf)[vector];
            return Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes)).As<ushort, T>();
        }

        var shorts = Vector128.WidenLower(Vector128.CreateScalarUnsafe(MemoryMarshal.Cast<byte, long>(groupOf)[vector]).AsByte());
        return Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)).As<uint, T>();
    }

    private static long Total<T>(Vector256<T> sum)
    {
        if (typeof(T) == typeof(sbyte))
        {
            var (low, high) = Vector256.Widen(sum.AsSByte());
            return Vector256.Sum(low + high);
        }

        var ints = sum.AsInt32();
        if (typeof(T) == typeof(short))
        {
            var (low, high) = Vector256.Widen(sum.AsInt16());
            ints = low + high;
        }

        var (lower, upper) = Vector256.Widen(ints);
        return Vector256.Sum(lower + upper);
    }
}

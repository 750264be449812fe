using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GoalMetrics;

// Counts and sums of rows in a few groups, 0 to 15: one pass over all rows for every few groups, 4 to 32 rows at a time. Without vector
// instructions, row by row, with the same results.
internal static class MaskedSums
{
    // With a single group, groupOf may be empty.
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
            ref var groups = ref MemoryMarshal.GetReference(groupOf);
            done = groupOf.Length - (groupOf.Length % Vector256<byte>.Count);
            for (var group = 0; group < counts.Length; group += 2)
            {
                // A match is 255, which is −1 in a byte: subtracting it counts 1. A chunk is too short to overflow the bytes.
                var (first, second) = (Vector256.Create((byte)group), Vector256.Create((byte)(group + 1)));
                Vector256<byte> a = default, b = default;
                for (var i = 0; i < done; i += Vector256<byte>.Count)
                {
                    var of = Vector256.LoadUnsafe(ref groups, (nuint)i);
                    a -= Vector256.Equals(of, first);
                    b -= Vector256.Equals(of, second);
                }

                counts[group] += Total(a);
                if (group + 1 < counts.Length)
                {
                    counts[group + 1] += Total(b);
                }
            }
        }

        CountPlain(groupOf[done..], counts);
    }

    // Row by row.
    public static void CountPlain(ReadOnlySpan<byte> groupOf, Span<long> counts)
    {
        foreach (var group in groupOf)
        {
            counts[group]++;
        }
    }

    // Largest is the greatest absolute value among the numbers.
    public static void Sum<T>(ReadOnlySpan<byte> groupOf, ReadOnlySpan<T> numbers, ulong largest, Span<long> sums)
        where T : unmanaged, IBinaryInteger<T>
    {
        var done = Vector256.IsHardwareAccelerated ? SumVectors(groupOf, numbers, largest, sums) : 0;
        SumPlain(groupOf.IsEmpty ? [] : groupOf[done..], numbers[done..], sums);
    }

    // Row by row.
    public static void SumPlain<T>(ReadOnlySpan<byte> groupOf, ReadOnlySpan<T> numbers, Span<long> sums)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            ref var sum = ref sums[groupOf.IsEmpty ? 0 : groupOf[i]];
            sum = unchecked(sum + long.CreateTruncating(numbers[i]));
        }
    }

    // Returns how many numbers were added: all but those that do not fill a vector.
    private static int SumVectors<T>(ReadOnlySpan<byte> groupOf, ReadOnlySpan<T> numbers, ulong largest, Span<long> sums)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (typeof(T) == typeof(sbyte))
        {
            return largest < 8
                ? SumLanes<T, sbyte>(groupOf, numbers, largest, sums)
                : SumLanes<T, short>(groupOf, numbers, largest, sums);
        }

        if (typeof(T) == typeof(short) || (typeof(T) == typeof(int) && largest < 1 << 24))
        {
            return SumLanes<T, int>(groupOf, numbers, largest, sums);
        }

        return SumLanes<T, long>(groupOf, numbers, largest, sums);
    }

    // Lanes are at least as wide as the numbers. Only as many numbers are added before each total as cannot overflow a lane.
    private static int SumLanes<T, TLane>(ReadOnlySpan<byte> groupOf, ReadOnlySpan<T> numbers, ulong largest, Span<long> sums)
        where T : unmanaged, IBinaryInteger<T>
        where TLane : unmanaged, IBinaryInteger<TLane>, IMinMaxValue<TLane>
    {
        var additions = Math.Min((ulong)numbers.Length, ulong.CreateTruncating(TLane.MaxValue) / Math.Max(1, largest));
        var atOnce = Vector256<TLane>.Count * Math.Max(1, (int)additions);
        var whole = numbers.Length - (numbers.Length % Vector256<TLane>.Count);
        for (var done = 0; done < whole; done += atOnce)
        {
            var count = Math.Min(atOnce, whole - done);
            SumLanes<T, TLane>(groupOf.IsEmpty ? [] : groupOf.Slice(done, count), numbers.Slice(done, count), sums);
        }

        return whole;
    }

    // Four groups at a time share the loading of rows.
    private static void SumLanes<T, TLane>(ReadOnlySpan<byte> groupOf, ReadOnlySpan<T> numbers, Span<long> sums)
        where T : unmanaged, IBinaryInteger<T>
        where TLane : unmanaged, IBinaryInteger<TLane>
    {
        if (groupOf.IsEmpty)
        {
            sums[0] += SumAll<T, TLane>(numbers);
            return;
        }

        ref var groups = ref MemoryMarshal.GetReference(groupOf);
        ref var values = ref MemoryMarshal.GetReference(numbers);
        for (var group = 0; group < sums.Length; group += 4)
        {
            var first = Vector256.Create(TLane.CreateTruncating(group));
            var second = first + Vector256<TLane>.One;
            var third = second + Vector256<TLane>.One;
            var fourth = third + Vector256<TLane>.One;
            Vector256<TLane> a = default, b = default, c = default, d = default;
            for (var i = 0; i < numbers.Length; i += Vector256<TLane>.Count)
            {
                var some = Lanes<T, TLane>(ref Unsafe.Add(ref values, i));
                var of = Groups<TLane>(ref Unsafe.Add(ref groups, i));
                a += some & Vector256.Equals(of, first);
                b += some & Vector256.Equals(of, second);
                c += some & Vector256.Equals(of, third);
                d += some & Vector256.Equals(of, fourth);
            }

            sums[group] += Total(a);
            if (group + 1 < sums.Length)
            {
                sums[group + 1] += Total(b);
            }

            if (group + 2 < sums.Length)
            {
                sums[group + 2] += Total(c);
            }

            if (group + 3 < sums.Length)
            {
                sums[group + 3] += Total(d);
            }
        }
    }

    private static long SumAll<T, TLane>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryInteger<T>
        where TLane : unmanaged, IBinaryInteger<TLane>
    {
        ref var values = ref MemoryMarshal.GetReference(numbers);
        Vector256<TLane> sum = default;
        for (var i = 0; i < numbers.Length; i += Vector256<TLane>.Count)
        {
            sum += Lanes<T, TLane>(ref Unsafe.Add(ref values, i));
        }

        return Total(sum);
    }

    // As many numbers as there are lanes, widened to them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<TLane> Lanes<T, TLane>(ref T numbers)
        where T : unmanaged
        where TLane : unmanaged
    {
        if (typeof(T) == typeof(TLane))
        {
            return Vector256.LoadUnsafe(ref numbers).As<T, TLane>();
        }

        var half = Vector128.LoadUnsafe(ref numbers);
        if (typeof(T) == typeof(sbyte))
        {
            var bytes = half.AsSByte();
            return Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes)).As<short, TLane>();
        }

        if (typeof(T) == typeof(short))
        {
            var shorts = half.AsInt16();
            return Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)).As<int, TLane>();
        }

        var ints = half.AsInt32();
        return Vector256.Create(Vector128.WidenLower(ints), Vector128.WidenUpper(ints)).As<long, TLane>();
    }

    // The groups of eight rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Ints(long eightBytes)
    {
        var shorts = Vector128.WidenLower(Vector128.CreateScalarUnsafe(eightBytes).AsByte());
        return Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)).AsInt32();
    }

    // The groups of as many rows as there are lanes, widened to them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<TLane> Groups<TLane>(ref byte groupOf)
        where TLane : unmanaged
    {
        if (typeof(TLane) == typeof(sbyte))
        {
            return Vector256.LoadUnsafe(ref groupOf).As<byte, TLane>();
        }

        if (typeof(TLane) == typeof(short))
        {
            var bytes = Vector128.LoadUnsafe(ref groupOf);
            return Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes)).As<ushort, TLane>();
        }

        if (typeof(TLane) == typeof(int))
        {
            return Ints(Unsafe.ReadUnaligned<long>(ref groupOf)).As<int, TLane>();
        }

        var four = Ints(Unsafe.ReadUnaligned<int>(ref groupOf)).GetLower();
        return Vector256.Create(Vector128.WidenLower(four), Vector128.WidenUpper(four)).As<long, TLane>();
    }

    // A call would keep the other sums out of the registers, all along the loop before it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Total<T>(Vector256<T> sum)
    {
        if (typeof(T) == typeof(byte))
        {
            var (low, high) = Vector256.Widen(sum.AsByte());
            return Vector256.Sum(low + high);
        }

        if (typeof(T) == typeof(sbyte))
        {
            var (low, high) = Vector256.Widen(sum.AsSByte());
            return Vector256.Sum(low + high);
        }

        if (typeof(T) == typeof(long))
        {
            return Vector256.Sum(sum.AsInt64());
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

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// The yardstick: reads the asked columns once and adds them up, with vectors of the processor. Nothing that reads the same bytes
/// can be much faster on the same machine.
/// </summary>
internal sealed class Stream(FactColumns columns)
{
    /// <summary>Time 8, channel 1, order flag 1, revenue 4.</summary>
    public const int BytesPerRow = 14;

    /// <summary>The sums of ticks (which wraps around), channel numbers, order flags and hundredths of revenue.</summary>
    public (long Ticks, long Channels, long Orders, long Cents) Add() =>
        (AddLongs(columns.Ticks), AddBytes(columns.Channel), AddBytes(columns.Ordered), AddInts(columns.Cents));

    private static long AddLongs(ReadOnlySpan<long> values)
    {
        var vectors = MemoryMarshal.Cast<long, Vector256<long>>(values);
        var sum = Vector256<long>.Zero;
        foreach (ref readonly var vector in vectors)
        {
            sum += vector;
        }

        var total = Vector256.Sum(sum);
        foreach (var value in values[(vectors.Length * Vector256<long>.Count)..])
        {
            total = unchecked(total + value);
        }

        return total;
    }

    private static long AddInts(ReadOnlySpan<int> values)
    {
        var vectors = MemoryMarshal.Cast<int, Vector256<int>>(values);
        var sum = Vector256<long>.Zero;
        foreach (ref readonly var vector in vectors)
        {
            var (lower, upper) = Vector256.Widen(vector);
            sum += lower + upper;
        }

        var total = Vector256.Sum(sum);
        foreach (var value in values[(vectors.Length * Vector256<int>.Count)..])
        {
            total += value;
        }

        return total;
    }

    private static long AddBytes(ReadOnlySpan<byte> values)
    {
        // So many pairs of bytes fit into 16 bits.
        const int block = 128;
        var vectors = MemoryMarshal.Cast<byte, Vector256<byte>>(values);
        var total = 0L;
        for (var start = 0; start < vectors.Length; start += block)
        {
            var sum = Vector256<ushort>.Zero;
            foreach (ref readonly var vector in vectors.Slice(start, Math.Min(block, vectors.Length - start)))
            {
                var (lower, upper) = Vector256.Widen(vector);
                sum += lower + upper;
            }

            var (first, second) = Vector256.Widen(sum);
            total += Vector256.Sum(first + second);
        }

        foreach (var value in values[(vectors.Length * Vector256<byte>.Count)..])
        {
            total += value;
        }

        return total;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GoalMetrics;

// Between which two cuts each of many times lies. Every time lies between the first cut and the last. The table has the segment in which
// each bucket of time starts; a bucket is so many bits wide and holds at most one cut, so a time is in that segment or in the next.
internal static class SegmentLookup
{
    // No time needs a bounds check.
    public static void Find(ReadOnlySpan<long> times, long[] cuts, int[] segmentOf, int shift, Span<int> segments)
    {
        var origin = cuts[0];
        ref var time = ref MemoryMarshal.GetReference(times);
        ref var starts = ref MemoryMarshal.GetArrayDataReference(segmentOf);
        ref var ends = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(cuts), 1);
        ref var found = ref MemoryMarshal.GetReference(segments);
        unchecked
        {
            for (nint i = 0; i < times.Length; i++)
            {
                var at = Unsafe.Add(ref time, i);
                var segment = Unsafe.Add(ref starts, (nint)((ulong)(at - origin) >> shift));

                // One more if the time is not before the end; without a branch, which the processor could not predict.
                Unsafe.Add(ref found, i) = segment + 1 - (int)((ulong)(at - Unsafe.Add(ref ends, segment)) >> 63);
            }
        }
    }

    // One time after the other.
    public static void FindPlain(ReadOnlySpan<long> times, long[] cuts, int[] segmentOf, int shift, Span<int> segments)
    {
        for (var i = 0; i < times.Length; i++)
        {
            var segment = segmentOf[(int)(unchecked((ulong)(times[i] - cuts[0])) >> shift)];
            segments[i] = times[i] < cuts[segment + 1] ? segment : segment + 1;
        }
    }
}

using System.Runtime.InteropServices;

namespace GoalMetrics;

// When the first and the last happened of the rows that a filter lets through. In rows that are sorted by time, few are looked at.
internal static class PassingTimes
{
    public static (long First, long Last)? Of(TimeColumn time, RowFilter filter)
    {
        var (first, last) = (long.MaxValue, long.MinValue);
        for (var chunk = 0; chunk < time.Chunks.Length; chunk++)
        {
            if (time.Chunks[chunk].First < first)
            {
                first = First(time, filter, chunk, first);
            }
        }

        for (var chunk = time.Chunks.Length - 1; chunk >= 0; chunk--)
        {
            if (time.Chunks[chunk].Last > last)
            {
                last = Last(time, filter, chunk, last);
            }
        }

        if (first <= last)
        {
            return (first, last);
        }

        return null;
    }

    // Those times themselves.
    public static TimeColumn All(TimeColumn time, RowFilter filter)
    {
        var passing = new List<long>();
        var times = time.Times;
        for (var row = 0; row < times.Length; row++)
        {
            if (filter.Holds(row))
            {
                passing.Add(times[row]);
            }
        }

        var all = new TimeColumn { Kind = time.Kind };
        all.Add(CollectionsMarshal.AsSpan(passing));
        return all;
    }

    private static long First(TimeColumn time, RowFilter filter, int chunk, long first)
    {
        var times = time.Times;
        for (var row = chunk * Chunk.Size; row < EndOf(time, chunk); row++)
        {
            if (times[row] < first && filter.Holds(row))
            {
                first = times[row];
            }
        }

        return first;
    }

    private static long Last(TimeColumn time, RowFilter filter, int chunk, long last)
    {
        var times = time.Times;
        for (var row = EndOf(time, chunk) - 1; row >= chunk * Chunk.Size; row--)
        {
            if (times[row] > last && filter.Holds(row))
            {
                last = times[row];
            }
        }

        return last;
    }

    private static int EndOf(TimeColumn time, int chunk) => Math.Min(time.Count, (chunk + 1) * Chunk.Size);
}

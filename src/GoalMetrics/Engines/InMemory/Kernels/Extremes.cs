using System.Numerics;
using System.Runtime.InteropServices;

namespace GoalMetrics;

// The smallest and the largest of many numbers, a vector at a time.
internal static class Extremes
{
    public static (long Lowest, long Highest) Of(ReadOnlySpan<long> numbers, long lowest, long highest)
    {
        if (Vector.IsHardwareAccelerated && numbers.Length >= Vector<long>.Count)
        {
            Vector<long> low = new(lowest), high = new(highest);
            var vectors = MemoryMarshal.Cast<long, Vector<long>>(numbers);
            foreach (var vector in vectors)
            {
                low = Vector.Min(low, vector);
                high = Vector.Max(high, vector);
            }

            for (var i = 0; i < Vector<long>.Count; i++)
            {
                (lowest, highest) = (Math.Min(lowest, low[i]), Math.Max(highest, high[i]));
            }

            numbers = numbers[(vectors.Length * Vector<long>.Count)..];
        }

        return OfPlain(numbers, lowest, highest);
    }

    // One at a time.
    public static (long Lowest, long Highest) OfPlain(ReadOnlySpan<long> numbers, long lowest, long highest)
    {
        foreach (var number in numbers)
        {
            (lowest, highest) = (Math.Min(lowest, number), Math.Max(highest, number));
        }

        return (lowest, highest);
    }
}

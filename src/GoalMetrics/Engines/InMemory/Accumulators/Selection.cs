namespace GoalMetrics;

// Finds the value that stands at a place in the sorted order without sorting all: in time that grows with the number of values.
internal static class Selection
{
    private const int SmallEnoughToSort = 1 << 10;

    // Afterwards no value before the place is larger, and none behind it is smaller.
    public static decimal Nth(Span<decimal> values, int place, CancellationToken cancellationToken)
    {
        var (low, high) = (0, values.Length);

        // Unlucky pivots, over and over, are left to a sort, which is never slow.
        for (var tries = 4 * int.Log2(values.Length + 1); high - low > SmallEnoughToSort && tries > 0; tries--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (less, more) = Partition(values[low..high], Pivot(values[low..high]));
            if (place < low + less)
            {
                high = low + less;
            }
            else if (place >= low + more)
            {
                low += more;
            }
            else
            {
                return values[place];
            }
        }

        values[low..high].Sort();
        return values[place];
    }

    // Smaller values first, then equal ones, then larger ones; where the equal ones start and end.
    private static (int Start, int End) Partition(Span<decimal> values, decimal pivot)
    {
        var (start, at, end) = (0, 0, values.Length);
        while (at < end)
        {
            var order = values[at].CompareTo(pivot);
            if (order < 0)
            {
                (values[start], values[at]) = (values[at], values[start]);
                start++;
                at++;
            }
            else if (order > 0)
            {
                end--;
                (values[at], values[end]) = (values[end], values[at]);
            }
            else
            {
                at++;
            }
        }

        return (start, end);
    }

    // The middle one of nine taken evenly: near the middle in any order that data come in.
    private static decimal Pivot(ReadOnlySpan<decimal> values)
    {
        Span<decimal> nine = stackalloc decimal[9];
        for (var i = 0; i < nine.Length; i++)
        {
            nine[i] = values[(int)((long)(values.Length - 1) * i / 8)];
        }

        nine.Sort();
        return nine[4];
    }
}

namespace GoalMetrics;

// Numbers facts in the order in which they come in, from all threads. Numbers end at the largest long: more facts are as late as those.
internal sealed class LiveOrder
{
    private long _last;

    public long Last => Interlocked.Read(ref _last);

    public long Next()
    {
        var next = Interlocked.Increment(ref _last);
        if (next > 0)
        {
            return next;
        }

        Interlocked.Exchange(ref _last, long.MaxValue);
        return long.MaxValue;
    }

    // Sets aside as many numbers as other facts have, which come after those so far: the last number before theirs.
    public long Reserve(long count)
    {
        long last;
        do
        {
            last = Last;
        }
        while (Interlocked.CompareExchange(ref _last, CellCounts.Sum(last, count), last) != last);

        return last;
    }
}

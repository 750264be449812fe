namespace GoalMetrics;

// The stretch of days that almost all facts of a table lie in. The few others lie so far away that their dates are most likely mistaken,
// such as 2062 for 2026: what is between is no time in which nothing happened.
internal static class MostFacts
{
    // Far away is at most one fact in so many, beyond a silence that is longer than all the other days.
    private const int OneIn = 100;

    // By the number of facts of each day.
    public static (int Start, int End) In(int[] facts)
    {
        var (start, end) = (0, facts.Length);
        while (true)
        {
            var (from, until) = LongestSilence(facts, start, end);
            var (silent, before, after) = (until - from, Sum(facts, start, from), Sum(facts, until, end));
            if (silent <= end - start - silent || Math.Min(before, after) * OneIn > Math.Max(before, after))
            {
                return (start, end);
            }

            (start, end) = before < after ? (until, end) : (start, from);
        }
    }

    private static (int Start, int End) LongestSilence(int[] facts, int start, int end)
    {
        var (longest, since) = ((Start: start, End: start), start);
        for (var day = start; day < end; day++)
        {
            if (facts[day] > 0)
            {
                since = day + 1;
            }
            else if (day + 1 - since > longest.End - longest.Start)
            {
                longest = (since, day + 1);
            }
        }

        return longest;
    }

    private static long Sum(int[] facts, int start, int end) => facts.Skip(start).Take(end - start).Sum(count => (long)count);
}

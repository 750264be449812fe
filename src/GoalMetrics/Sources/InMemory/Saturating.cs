namespace GoalMetrics;

// Of counts, of which more than a long can say are as many as it can.
internal static class Saturating
{
    public static long Sum(long left, long right) => left > long.MaxValue - right ? long.MaxValue : left + right;
}

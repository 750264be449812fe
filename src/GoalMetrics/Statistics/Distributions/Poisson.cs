namespace GoalMetrics.Statistics;

// Counts of what happens independently, at a known rate.
internal static class Poisson
{
    // The chance of so many or more, where so many are expected.
    public static double AtLeast(int count, double expected)
    {
        var (term, fewer) = (Math.Exp(-expected), 0d);
        for (var i = 0; i < count; i++)
        {
            fewer += term;
            term *= expected / (i + 1);
        }

        return 1d - fewer;
    }
}

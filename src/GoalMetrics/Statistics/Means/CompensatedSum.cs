namespace GoalMetrics.Statistics;

// Sums that carry what rounding loses (Neumaier 1974).
internal static class CompensatedSum
{
    public static double Of(IReadOnlyList<double> values)
    {
        var (sum, lost) = PartsOf(values);
        if (double.IsFinite(sum))
        {
            return sum + lost;
        }

        return sum;
    }

    /// <summary>The sum as rounded, and what it lacks.</summary>
    public static (double Sum, double Lost) PartsOf(IReadOnlyList<double> values)
    {
        double sum = 0d, lost = 0d;
        foreach (var value in values)
        {
            Add(value, ref sum, ref lost);
        }

        return (sum, lost);
    }

    public static void Add(double term, ref double sum, ref double lost)
    {
        var next = sum + term;
        lost += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
        sum = next;
    }
}

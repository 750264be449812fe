namespace GoalMetrics;

// Estimates how many different hashes the registers of a HyperLogLog have seen: the improved raw estimator (Ertl 2017, "New cardinality
// estimation algorithms for HyperLogLog sketches", arXiv:1702.01284, algorithm 6), unbiased from none to 2⁶⁴ without tables of
// corrections. Sums, products and roots only: the same bits on every platform.
internal static class ErtlEstimator
{
    // 1 / (2 ln 2)
    private const double Alpha = 0.721347520444481703680;

    // How many registers hold each value, from 0 to the greatest possible.
    public static double Estimate(ReadOnlySpan<int> counts)
    {
        double registers = 0;
        foreach (var count in counts)
        {
            registers += count;
        }

        var sum = registers * Tau(1 - (counts[^1] / registers));
        for (var value = counts.Length - 2; value >= 1; value--)
        {
            sum = 0.5 * (sum + counts[value]);
        }

        sum += registers * Sigma(counts[0] / registers);
        return Alpha * registers * registers / sum;
    }

    // The sum of x^(2^k) · 2^(k − 1): the contribution of the registers still at 0. Infinite if all are.
    private static double Sigma(double x)
    {
        var (sum, weight, before) = (x, 1.0, double.NaN);
        while (sum != before)
        {
            before = sum;
            x *= x;
            sum += x * weight;
            weight += weight;
        }

        return sum;
    }

    // The contribution of the registers at the greatest value.
    private static double Tau(double x)
    {
        var (sum, weight, before) = (1 - x, 1.0, double.NaN);
        while (sum != before)
        {
            before = sum;
            x = Math.Sqrt(x);
            weight *= 0.5;
            sum -= (1 - x) * (1 - x) * weight;
        }

        return sum / 3;
    }
}

namespace GoalMetrics.Statistics;

/// <summary>
/// P-values of many tests, adjusted so that they can be compared with one significance for all together. Without it, one in twenty tests
/// signals for nothing. Pure; may be called from several threads.
/// </summary>
public static class AdjustedPValues
{
    /// <summary>
    /// Benjamini and Hochberg's: those at most q are findings of which an expected share of at most q is false. The i-th least of m becomes
    /// the least <c>p · m / rank</c> from its rank upwards.
    /// </summary>
    /// <remarks>
    /// For tests that are independent or positively related. Source: Benjamini and Hochberg 1995, Journal of the Royal Statistical Society
    /// B 57:289-300.
    /// </remarks>
    /// <param name="pValues">The p-values, in any order; none gives none.</param>
    /// <returns>The adjusted p-values in the same order.</returns>
    /// <exception cref="ArgumentException">A p-value is not from 0 to 1.</exception>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> pValues)
    {
        var order = Ascending(pValues);
        var adjusted = new double[order.Length];
        var least = 1d;
        for (var rank = order.Length; rank > 0; rank--)
        {
            var place = order[rank - 1];
            least = Math.Min(least, pValues[place] * order.Length / rank);
            adjusted[place] = least;
        }

        return adjusted;
    }

    /// <summary>
    /// Holm's: with those at most α as findings, the chance that any is false is at most α, however the tests are related. The i-th least
    /// of m becomes the greatest <c>p · (m − rank + 1)</c> up to its rank.
    /// </summary>
    /// <remarks>Source: Holm 1979, Scandinavian Journal of Statistics 6:65-70.</remarks>
    /// <param name="pValues">The p-values, in any order; none gives none.</param>
    /// <returns>The adjusted p-values in the same order.</returns>
    /// <exception cref="ArgumentException">A p-value is not from 0 to 1.</exception>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> pValues)
    {
        var order = Ascending(pValues);
        var adjusted = new double[order.Length];
        var greatest = 0d;
        for (var index = 0; index < order.Length; index++)
        {
            var place = order[index];
            greatest = Math.Max(greatest, Math.Min(1d, pValues[place] * (order.Length - index)));
            adjusted[place] = greatest;
        }

        return adjusted;
    }

    private static int[] Ascending(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        for (var i = 0; i < pValues.Count; i++)
        {
            if (pValues[i] is not (>= 0d and <= 1d))
            {
                throw Require.WrongAt(nameof(pValues), "p-values from 0 to 1", pValues[i], i);
            }
        }

        return [.. Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i])];
    }
}

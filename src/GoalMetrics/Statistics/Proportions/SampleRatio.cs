namespace GoalMetrics.Statistics;

/// <summary>
/// Whether visitors were split over variants as intended. A split that is off spoils a comparison, however large it is. Pure; may be called
/// from several threads.
/// </summary>
public static class SampleRatio
{
    /// <summary>
    /// Pearson's chi-square test of counts against the shares intended: <c>Σ (count − expected)² / expected</c> with one degree of freedom
    /// less than there are groups. A p-value below 0.001 is the usual alarm.
    /// </summary>
    /// <remarks>
    /// Undefined where nothing was counted (<see cref="UndefinedReason.NoData"/>), and where fewer than 5 are expected in a group, for
    /// which the approximation is too coarse (<see cref="UndefinedReason.InsufficientData"/>). Relative error below 1e-12. Source: Fabijan
    /// et al. 2019, Diagnosing Sample Ratio Mismatch in Online Controlled Experiments, KDD.
    /// </remarks>
    /// <param name="counts">How many came to each group: two groups or more.</param>
    /// <param name="intended">The weight of each group, above 0: 1 and 1, or 0.9 and 0.1.</param>
    /// <exception cref="ArgumentException">
    /// A count is negative, a weight is not above 0, there are fewer than two groups, or unequally many.
    /// </exception>
    public static HypothesisTest MismatchTest(IReadOnlyList<long> counts, IReadOnlyList<double> intended)
    {
        Check(counts, intended);
        var total = Require.Total(counts);
        if (total == 0)
        {
            return new(TestMethod.ChiSquare, total, UndefinedReason.NoData, nameof(counts));
        }

        const double least = 5d;
        var weight = intended.Sum();
        var statistic = 0d;
        for (var i = 0; i < counts.Count; i++)
        {
            var expected = total * (intended[i] / weight);
            if (expected < least)
            {
                return new(TestMethod.ChiSquare, total, UndefinedReason.InsufficientData, nameof(counts));
            }

            var difference = counts[i] - expected;
            statistic += difference * difference / expected;
        }

        var freedom = counts.Count - 1;
        return new(TestMethod.ChiSquare, total, statistic, freedom, new(ChiSquare.Survival(statistic, freedom)));
    }

    private static void Check(IReadOnlyList<long> counts, IReadOnlyList<double> intended)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Require.Finite(intended);
        if (counts.Count < 2)
        {
            throw new ArgumentException(FormattableString.Invariant($"Expected two groups or more; found {counts.Count}."), nameof(counts));
        }

        if (counts.Count != intended.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Expected a weight for each of the {counts.Count} counts; found {intended.Count}."),
                nameof(intended));
        }

        for (var i = 0; i < counts.Count; i++)
        {
            if (counts[i] < 0)
            {
                throw Require.WrongAt(nameof(counts), "counts of at least 0", counts[i], i);
            }

            if (intended[i] <= 0d)
            {
                throw Require.WrongAt(nameof(intended), "weights above 0", intended[i], i);
            }
        }
    }
}

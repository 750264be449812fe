namespace GoalMetrics.Statistics;

/// <summary>
/// The power of a comparison of two groups of the same size: how likely it is to find a difference that is there, with a two-sided test.
/// The far tail, a significant difference in the wrong direction, is not counted. Pure; may be called from several threads.
/// </summary>
public static class Power
{
    /// <summary>
    /// The power of the pooled z test of two shares:
    /// <c>Φ((√n |p₁ − p₂| − z √(2 p̄ (1 − p̄))) / √(p₁ (1 − p₁) + p₂ (1 − p₂)))</c>, where p̄ is the mean of both.
    /// </summary>
    /// <remarks>Absolute error below 1e-13. Source: Fleiss, Levin and Paik 2003, chapter 4; R's power.prop.test.</remarks>
    /// <param name="n">How many are in each group: at least 1.</param>
    /// <param name="baseline">The share in one group, between 0 and 1.</param>
    /// <param name="expected">The share in the other, between 0 and 1.</param>
    /// <param name="significance">The accepted share of false alarms, between 0 and 1; defaults to 0.05.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double OfProportions(double n, double baseline, double expected, double significance = 0.05)
    {
        Require.Finite(n);
        Require.Between(n, 1d, double.MaxValue);
        Require.Share(baseline);
        Require.Share(expected);
        Require.Share(significance);
        var z = Normal.ForLevel(1d - significance);
        var mean = (baseline + expected) / 2d;
        var apart = (baseline * (1d - baseline)) + (expected * (1d - expected));
        return Normal.Cumulative(
            ((Math.Sqrt(n) * Math.Abs(baseline - expected)) - (z * Math.Sqrt(2d * mean * (1d - mean)))) / Math.Sqrt(apart));
    }

    /// <summary>
    /// The power of the t test of two means with the same deviation: the share of the noncentral t distribution with
    /// <c>2 n − 2</c> degrees of freedom and shift <c>√(n/2) |difference| / deviation</c> above the critical value.
    /// </summary>
    /// <remarks>Absolute error below 1e-10. Source: Cohen 1988; R's power.t.test.</remarks>
    /// <param name="n">How many are in each group: at least 2.</param>
    /// <param name="difference">The difference to be found.</param>
    /// <param name="deviation">
    /// The standard deviation in each group, above 0; for a ratio see <see cref="RatioOfSums.UnitDeviation"/>.
    /// </param>
    /// <param name="significance">The accepted share of false alarms, between 0 and 1; defaults to 0.05.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double OfMeans(double n, double difference, double deviation, double significance = 0.05)
    {
        Require.Finite(n);
        Require.Between(n, 2d, double.MaxValue);
        Require.Finite(difference);
        Require.Positive(deviation);
        Require.Share(significance);
        var freedom = (2d * n) - 2d;
        var critical = StudentT.ForLevel(1d - significance, freedom);
        return StudentT.NoncentralSurvival(critical, freedom, Math.Sqrt(n / 2d) * Math.Abs(difference) / deviation);
    }
}

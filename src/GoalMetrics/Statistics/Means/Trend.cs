namespace GoalMetrics.Statistics;

/// <summary>
/// Whether a series rises or falls throughout, without assuming a shape or a distribution. Immutable and safe to share between threads.
/// </summary>
public sealed partial class Trend
{
    private Trend(long concordance, Statistic tau, HypothesisTest test, Interval slope) =>
        (Concordance, Tau, Test, Slope) = (concordance, tau, test, slope);

    /// <summary>Mann and Kendall's S: how many pairs rise less how many fall.</summary>
    public long Concordance { get; }

    /// <summary>Kendall's tau-b: from −1, ever falling, to 1, ever rising. Undefined where the test is.</summary>
    public Statistic Tau { get; }

    /// <summary>
    /// The test of no trend: <c>z = (S ∓ 1) / √var(S)</c> with the variance corrected for ties. Undefined of fewer than three values
    /// (<see cref="UndefinedReason.InsufficientData"/>) and where all are equal (<see cref="UndefinedReason.ZeroDenominator"/>).
    /// </summary>
    public HypothesisTest Test { get; }

    /// <summary>
    /// Sen's slope, the median of the slopes of all pairs, per step; its interval by the ranks of these slopes. Undefined where the test
    /// is, and where a bound is too large (<see cref="UndefinedReason.Overflow"/>).
    /// </summary>
    public Interval Slope { get; }

    /// <summary>The Mann-Kendall trend of values at equal steps, with Sen's slope.</summary>
    /// <remarks>
    /// Neighbours that resemble each other, and seasons, make trends look surer than they are: adjust the series first. The normal
    /// approximation wants about ten values. The work grows with the square of the length. Sources: Mann 1945, Econometrica 13:245-259;
    /// Kendall 1975; Sen 1968, JASA 63:1379-1389; Gilbert 1987, Statistical Methods for Environmental Pollution Monitoring, chapter 16.
    /// </remarks>
    /// <param name="values">The values, oldest first; at most 5,000.</param>
    /// <param name="level">The level of the slope's interval, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentException">
    /// A value is NaN or infinite, there are more than 5,000, or the level is not between 0 and 1.
    /// </exception>
    public static Trend MannKendall(IReadOnlyList<double> values, double level = 0.95)
    {
        const int most = 5_000, least = 3;
        Require.Finite(values);
        Require.Share(level);
        if (values.Count > most)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Expected at most {most} values; found {values.Count}. Take means of longer steps."),
                nameof(values));
        }

        var n = values.Count;
        if (n < least)
        {
            return Undefined(n == 0 ? UndefinedReason.NoData : UndefinedReason.InsufficientData, nameof(values), n, level);
        }

        var slopes = Slopes(values, out var concordance);
        var variance = Variance(values);
        if (variance == 0d)
        {
            return Undefined(UndefinedReason.ZeroDenominator, "standard error", n, level);
        }

        var error = Math.Sqrt(variance);
        var z = (concordance - Math.Sign(concordance)) / error;
        var test = new HypothesisTest(TestMethod.MannKendall, n, z, null, new(Normal.TwoSided(z)));
        return new(concordance, Statistic.Computed(concordance / PairsOf(values)), test, SlopeOf(slopes, error, level, n));
    }

    private static Trend Undefined(UndefinedReason reason, string cause, int n, double level) => new(
        0,
        Statistic.Undefined(reason, cause),
        new HypothesisTest(TestMethod.MannKendall, n, reason, cause),
        new(reason, cause, level, n, IntervalMethod.SenSlope));

    private static double[] Slopes(IReadOnlyList<double> values, out long concordance)
    {
        double[] series = [.. values];
        var slopes = new double[series.Length * (series.Length - 1) / 2];
        var next = 0;
        concordance = 0;
        for (var later = 1; later < series.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                concordance += series[later].CompareTo(series[earlier]);
                slopes[next++] = (series[later] - series[earlier]) / (later - earlier);
            }
        }

        Array.Sort(slopes);
        return slopes;
    }

    // n (n − 1) (2 n + 5) / 18, less the same of each group of ties.
    private static double Variance(IReadOnlyList<double> values) =>
        (Weight(values.Count) - Ties(values).Sum(Weight)) / 18d;

    private static double Weight(double n) => n * (n - 1d) * ((2d * n) + 5d);

    // Tau-b: pairs that are tied count half, in a manner of speaking.
    private static double PairsOf(IReadOnlyList<double> values)
    {
        var all = values.Count * (values.Count - 1d) / 2d;
        return Math.Sqrt(all * (all - Ties(values).Sum(tied => tied * (tied - 1d) / 2d)));
    }

    private static IEnumerable<double> Ties(IReadOnlyList<double> values) =>
        values.GroupBy(value => value).Select(group => (double)group.Count());

    // Gilbert's ranks (N ∓ C) / 2, between two slopes by linear interpolation.
    private static Interval SlopeOf(double[] sorted, double error, double level, int n)
    {
        var (reach, middle) = (Normal.ForLevel(level) * error, sorted.Length / 2d);
        return Interval.Computed(
            Quantiles.OfSorted(sorted, 0.5, QuantileType.Type7),
            At(sorted, middle - (reach / 2d)),
            At(sorted, middle + (reach / 2d) + 1d),
            level,
            n,
            IntervalMethod.SenSlope);
    }

    private static double At(double[] sorted, double rank)
    {
        rank = Math.Clamp(rank, 1d, sorted.Length);
        var below = (int)rank;
        var (lower, upper) = (sorted[below - 1], sorted[Math.Min(below, sorted.Length - 1)]);
        return Quantiles.Between(lower, upper, rank - below);
    }
}

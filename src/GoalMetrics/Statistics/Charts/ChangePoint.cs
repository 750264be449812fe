namespace GoalMetrics.Statistics;

/// <summary>
/// A proposal where the level of a series may have changed. Nothing applies it by itself: look at what happened then, and declare a shift
/// if there is a cause. Immutable and safe to share between threads.
/// </summary>
public sealed partial class ChangePoint
{
    private ChangePoint(int index, double before, double after, double sigma) =>
        (Index, Before, After, SizeInSigmas) = (index, before, after, (after - before) / sigma);

    /// <summary>The index of the first value at the new level.</summary>
    public int Index { get; }

    /// <summary>The mean from the change before, or the beginning.</summary>
    public double Before { get; }

    /// <summary>The mean up to the change after, or the end.</summary>
    public double After { get; }

    /// <summary>The step in sigmas of the single values.</summary>
    public double SizeInSigmas { get; }

    /// <summary>
    /// The changes of level that together lower the squared error by more than <c>3 σ² ln n</c> each: the best segmentation of all, with σ
    /// from the median moving range. None of fewer than twice the least length, where most neighbours are equal, and where squares are too
    /// large or too small for a double.
    /// </summary>
    /// <remarks>
    /// The work grows with the length, at worst with its square. Neighbours that resemble each other look like changes: take seasons and
    /// trends out first. Source: Killick, Fearnhead and Eckley 2012 (PELT), JASA 107:1590-1598; penalty of Zhang and Siegmund 2007.
    /// </remarks>
    /// <param name="values">The values at equal steps, oldest first; at most 20,000.</param>
    /// <param name="leastLength">How many values a level lasts at least: at least 2; defaults to 5.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, there are too many, or the least length is below 2.</exception>
    public static IReadOnlyList<ChangePoint> Propose(IReadOnlyList<double> values, int leastLength = 5)
    {
        const int most = 20_000;
        Require.Finite(values);
        Require.AtLeast(leastLength, 2);
        if (values.Count > most)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Expected at most {most} values; found {values.Count}."), nameof(values));
        }

        double[] series = [.. values];
        var sigma = series.Length < 2L * leastLength ? 0d : SigmaOf(series);
        var penalty = 3d * sigma * sigma * Math.Log(series.Length);
        if (!(penalty > 0d) || !AreComparable(series, sigma))
        {
            return [];
        }

        int[] starts = [0, .. Segmentation.Best(series, leastLength, penalty), series.Length];
        return
        [
            .. Enumerable.Range(1, starts.Length - 2).Select(i => new ChangePoint(
                starts[i], series[starts[i - 1]..starts[i]].Average(), series[starts[i]..starts[i + 1]].Average(), sigma)),
        ];
    }

    // Whether a double holds the squares of the differences, and the largest of these in sigmas.
    private static bool AreComparable(double[] values, double sigma)
    {
        var range = values.Max() - values.Min();
        return double.IsFinite(range * range * values.Length) && double.IsFinite(range / sigma) && double.IsFinite(values.Sum());
    }

    // The median range of two normal values is 0.954 sigmas; a few steps do not change it, as they would the mean.
    private static double SigmaOf(double[] values)
    {
        double[] ranges = [.. values.Zip(values.Skip(1), (a, b) => Math.Abs(b - a))];
        Array.Sort(ranges);
        return Quantiles.OfSorted(ranges, 0.5, QuantileType.Type7) / 0.954;
    }
}

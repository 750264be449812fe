using System.Globalization;

namespace GoalMetrics.Statistics;

/// <summary>
/// How many are needed in each of two groups to find a difference. Immutable and safe to share between threads; the functions may be called
/// from several threads.
/// </summary>
public sealed partial class SampleSize
{
    private SampleSize(Statistic exact, double power, double significance) => (Exact, Power, Significance) = (exact, power, significance);

    /// <summary>The size at which the power is exactly as asked: rarely a whole number.</summary>
    public Statistic Exact { get; }

    /// <summary>The exact size rounded up to whole ones; null where undefined.</summary>
    public long? PerGroup => Exact.IsDefined ? (long)Math.Ceiling(Exact.Value) : null;

    /// <summary>How likely the difference is to be found.</summary>
    public double Power { get; }

    /// <summary>The accepted share of false alarms.</summary>
    public double Significance { get; }

    /// <summary>How many, and how sure: <c>1,567 per group (power 0.8, significance 0.05)</c>.</summary>
    public override string ToString()
    {
        var size = Exact.ToString(CultureInfo.InvariantCulture);
        if (PerGroup is { } count)
        {
            size = FormattableString.Invariant($"{count:N0} per group");
        }

        return FormattableString.Invariant($"{size} (power {Power}, significance {Significance})");
    }

    /// <summary>
    /// For two shares, with the pooled z test: <c>((z₁ √(2 p̄ (1 − p̄)) + z₂ √(p₁ (1 − p₁) + p₂ (1 − p₂))) / (p₁ − p₂))²</c>.
    /// </summary>
    /// <remarks>
    /// Undefined for equal shares: no sample is large enough (<see cref="UndefinedReason.OutOfDomain"/>), and for shares so alike that
    /// their size exceeds a <see cref="long"/> (<see cref="UndefinedReason.Overflow"/>). Relative error below 1e-12.
    /// Source: Fleiss, Levin and Paik 2003, chapter 4; R's power.prop.test.
    /// </remarks>
    /// <param name="baseline">The share as it is, between 0 and 1.</param>
    /// <param name="expected">The share that would be worth finding, between 0 and 1.</param>
    /// <param name="power">How likely it is to be found, between 0 and 1; defaults to 0.8.</param>
    /// <param name="significance">The accepted share of false alarms, between 0 and 1; defaults to 0.05.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static SampleSize ForProportions(double baseline, double expected, double power = 0.8, double significance = 0.05)
    {
        Require.Share(baseline);
        Require.Share(expected);
        Require.Share(power);
        Require.Share(significance);
        if (baseline == expected)
        {
            return new(Statistic.Undefined(UndefinedReason.OutOfDomain, nameof(expected)), power, significance);
        }

        var mean = (baseline + expected) / 2d;
        var apart = (baseline * (1d - baseline)) + (expected * (1d - expected));
        var root = ((Normal.ForLevel(1d - significance) * Math.Sqrt(2d * mean * (1d - mean))) + (Normal.Quantile(power) * Math.Sqrt(apart)))
            / (baseline - expected);
        var exact = Math.Max(1d, root * root);
        var size = exact < long.MaxValue ? new(exact) : Statistic.Undefined(UndefinedReason.Overflow, nameof(expected));
        return new(size, power, significance);
    }

    /// <summary>For two means with the same deviation: the size at which <see cref="Power.OfMeans"/> is as asked, at least 2.</summary>
    /// <remarks>
    /// Undefined for no difference: no sample is large enough (<see cref="UndefinedReason.OutOfDomain"/>). Relative error below 1e-8.
    /// Source: Cohen 1988; R's power.t.test.
    /// </remarks>
    /// <param name="difference">The difference that would be worth finding.</param>
    /// <param name="deviation">
    /// The standard deviation in each group, above 0; for a ratio see <see cref="RatioOfSums.UnitDeviation"/>.
    /// </param>
    /// <param name="power">How likely it is to be found, between 0 and 1; defaults to 0.8.</param>
    /// <param name="significance">The accepted share of false alarms, between 0 and 1; defaults to 0.05.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static SampleSize ForMeans(double difference, double deviation, double power = 0.8, double significance = 0.05)
    {
        Require.Finite(difference);
        Require.Positive(deviation);
        Require.Share(power);
        Require.Share(significance);
        if (difference == 0d)
        {
            return new(Statistic.Undefined(UndefinedReason.OutOfDomain, nameof(difference)), power, significance);
        }

        const double least = 2d, most = 1e15;
        var high = least;
        while (Lacking(high) > 0d && high < most)
        {
            high *= 2d;
        }

        if (high >= most)
        {
            return new(Statistic.Undefined(UndefinedReason.Overflow, nameof(difference)), power, significance);
        }

        var exact = high > least ? Statistics.Root.Between(Lacking, high / 2d, high) : least;
        return new(new(exact), power, significance);

        double Lacking(double n) => power - Statistics.Power.OfMeans(n, difference, deviation, significance);
    }
}

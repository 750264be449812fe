using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// Where a goal starts from: a stated quantity, or what is measured over an earlier period. Immutable; equality is by value.
/// </summary>
[JsonConverter(typeof(ResultConverter<Baseline>))]
public sealed partial record Baseline
{
    private Baseline(Quantity? stated, ReportingPeriod? period)
    {
        Stated = stated;
        Period = period;
    }

    /// <summary>The stated quantity; null if the baseline is measured.</summary>
    public Quantity? Stated { get; }

    /// <summary>The period it is measured over; null if the baseline is stated.</summary>
    public ReportingPeriod? Period { get; }

    /// <summary>A baseline that is stated.</summary>
    /// <param name="quantity">The quantity the goal starts from.</param>
    /// <exception cref="ArgumentException">The quantity is undefined.</exception>
    public static Baseline At(Quantity quantity)
    {
        if (quantity.IsDefined)
        {
            return new(quantity, null);
        }

        throw new ArgumentException($"A baseline must have a value; found {quantity.ToString(null)}.", nameof(quantity));
    }

    /// <summary>A baseline that is measured over an earlier period.</summary>
    /// <param name="period">The earlier period.</param>
    public static Baseline Over(ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new(null, period);
    }

    /// <summary>The quantity, or the name of the period.</summary>
    public override string ToString() => Stated?.ToString(null) ?? Period!.ToString();
}

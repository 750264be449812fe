using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A path by trading days: the elapsed share of the weights that the calendar gives to weekdays, holidays and single dates.
/// Immutable.
/// </summary>
/// <remarks>All days count alike unless the calendar has weights; see <see cref="ReportingCalendar.WithDayWeights"/>.</remarks>
public sealed class WeightedDaysPath : IProgressPath
{
    private WeightedDaysPath()
    {
    }

    /// <summary>The path by trading days.</summary>
    public static WeightedDaysPath Instance { get; } = new();

    /// <inheritdoc/>
    public decimal ShareAt(ReportingPeriod period, Instant moment)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.ElapsedWeightedShare(moment);
    }

    /// <inheritdoc/>
    /// <remarks>Its days are the sum of the weights: working days, where other days weigh nothing.</remarks>
    public PathPosition PositionAt(ReportingPeriod period, Instant moment)
    {
        ArgumentNullException.ThrowIfNull(period);
        var (part, whole) = period.ElapsedWeightedFraction(moment);
        return PathPosition.Of(part, whole, period.WeightedDays == 0m ? period.Days : period.WeightedDays);
    }
}

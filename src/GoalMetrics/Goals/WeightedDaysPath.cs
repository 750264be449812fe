using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A way by trading days: the elapsed share of the weights that the calendar gives to weekdays, holidays and single dates (S6.4).
/// Immutable.
/// </summary>
/// <remarks>Days all count alike until the calendar is told otherwise, with <see cref="ReportingCalendar.WithDayWeights"/>.</remarks>
public sealed class WeightedDaysPath : IProgressPath
{
    private WeightedDaysPath()
    {
    }

    /// <summary>The way by trading days.</summary>
    public static WeightedDaysPath Instance { get; } = new();

    /// <inheritdoc/>
    public decimal ShareAt(ReportingPeriod period, Instant moment)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.ElapsedWeightedShare(moment);
    }
}

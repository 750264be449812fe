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
    /// <remarks>
    /// Its days are the sum of the weights, and are called working days: a day that weighs 0.5 is half of one. Where all days of the period
    /// weigh the same, they are its calendar days.
    /// </remarks>
    public PathPosition PositionAt(ReportingPeriod period, Instant moment)
    {
        ArgumentNullException.ThrowIfNull(period);
        var (part, whole) = period.ElapsedWeightedFraction(moment);
        return AreAlike(period)
            ? PathPosition.Of(part, whole, period.Days)
            : PathPosition.Of(part, whole, period.WeightedDays).WithDaysNamed(UnitWords.WorkingDay);
    }

    private static bool AreAlike(ReportingPeriod period)
    {
        var (calendar, first) = (period.Calendar, period.StartDate);
        return calendar.DayWeights.Equals(DayWeights.Even)
            || Enumerable.Range(1, period.Days - 1).All(day => calendar.WeightOf(first.PlusDays(day)) == calendar.WeightOf(first));
    }
}

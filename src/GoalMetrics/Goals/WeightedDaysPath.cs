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
    /// Its days are the sum of the weights, and are called working days: a day that weighs 0.5 is half of one. Where no day of the period
    /// weighs nothing, or all weigh the same, they are its calendar days.
    /// </remarks>
    public PathPosition PositionAt(ReportingPeriod period, Instant moment)
    {
        ArgumentNullException.ThrowIfNull(period);
        var (part, whole) = period.ElapsedWeightedFraction(moment);
        if (HasDaysOff(period))
        {
            return PathPosition.Of(part, whole, period.WeightedDays).WithDaysNamed(UnitWords.WorkingDay);
        }

        return PathPosition.Of(part, whole, period.Days).WithElapsedDays(period.ElapsedDays(moment));
    }

    private static bool HasDaysOff(ReportingPeriod period)
    {
        var (calendar, first) = (period.Calendar, period.StartDate);
        return calendar.DayWeights.HasDaysOff
            && period.WeightedDays > 0m
            && Enumerable.Range(0, period.Days).Any(day => calendar.WeightOf(first.PlusDays(day)) == 0m);
    }
}

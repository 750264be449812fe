using NodaTime;

namespace GoalMetrics;

/// <summary>
/// The way to a target over time: the share of it that is expected at a moment. Implemented by <see cref="LinearPath"/>,
/// <see cref="WeightedDaysPath"/>, or a class of your own. Implementations are immutable and safe to call from several threads.
/// </summary>
public interface IProgressPath
{
    /// <summary>The share expected at the moment: 0 at the start of the period, 1 at its end, never falling.</summary>
    /// <param name="period">The goal's period.</param>
    /// <param name="moment">The moment. The share is 0 before the period, and 1 after it.</param>
    decimal ShareAt(ReportingPeriod period, Instant moment);

    /// <summary>
    /// The same as an exact fraction, with the days that rates are stated by. Defaults to <see cref="ShareAt"/> and the local days of the
    /// period, of which those have passed that have by the calendar.
    /// </summary>
    /// <param name="period">The goal's period.</param>
    /// <param name="moment">The moment.</param>
    PathPosition PositionAt(ReportingPeriod period, Instant moment)
    {
        ArgumentNullException.ThrowIfNull(period);
        return PathPosition.Of(ShareAt(period, moment), 1m, period.Days).WithElapsedDays(period.ElapsedDays(moment));
    }
}

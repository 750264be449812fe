using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A steady path: the share of the period's local days that have elapsed. The day of the moment counts by its elapsed part. Immutable.
/// </summary>
public sealed class LinearPath : IProgressPath
{
    private LinearPath()
    {
    }

    /// <summary>The steady path.</summary>
    public static LinearPath Instance { get; } = new();

    /// <inheritdoc/>
    public decimal ShareAt(ReportingPeriod period, Instant moment)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.ElapsedShare(moment);
    }

    /// <inheritdoc/>
    public PathPosition PositionAt(ReportingPeriod period, Instant moment)
    {
        ArgumentNullException.ThrowIfNull(period);
        var (part, whole) = period.ElapsedFraction(moment);
        return PathPosition.Of(part, whole, period.Days);
    }
}

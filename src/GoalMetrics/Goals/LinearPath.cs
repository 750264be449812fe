using NodaTime;

namespace GoalMetrics;

/// <summary>A steady way: the share of local days elapsed, the day of the moment counting by its elapsed part (S6.4). Immutable.</summary>
public sealed class LinearPath : IProgressPath
{
    private LinearPath()
    {
    }

    /// <summary>The steady way.</summary>
    public static LinearPath Instance { get; } = new();

    /// <inheritdoc/>
    public decimal ShareAt(ReportingPeriod period, Instant moment)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.ElapsedShare(moment);
    }
}

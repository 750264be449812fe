using NodaTime;

namespace GoalMetrics;

/// <summary>
/// The way to a target over time (S6.4): which share of it is expected at a moment. Made by <see cref="LinearPath"/>, or by a
/// class of your own. Implementations are immutable and safe from any thread.
/// </summary>
public interface IProgressPath
{
    /// <summary>The share expected at the moment: 0 at the start of the period, 1 at its end, never falling.</summary>
    /// <param name="period">The goal's period.</param>
    /// <param name="moment">The moment; before the period it is 0, after it 1.</param>
    decimal ShareAt(ReportingPeriod period, Instant moment);
}

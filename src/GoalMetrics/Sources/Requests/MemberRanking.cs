namespace GoalMetrics.Sources;

/// <summary>
/// Asks for the largest groups only: per window and grouping those with the largest value of one aggregate. Immutable.
/// </summary>
/// <remarks>Undefined values come last; equal ones by their members in ordinal order, null last.</remarks>
public sealed class MemberRanking
{
    /// <summary>The largest groups by an aggregate.</summary>
    /// <param name="by">The index of the aggregate in <see cref="AggregateRequest.Aggregates"/>.</param>
    /// <param name="count">How many groups at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is below 0, or the number below 1.</exception>
    public MemberRanking(int by, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(by);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        By = by;
        Count = count;
    }

    /// <summary>The index of the aggregate in <see cref="AggregateRequest.Aggregates"/>.</summary>
    public int By { get; }

    /// <summary>How many groups at most.</summary>
    public int Count { get; }
}

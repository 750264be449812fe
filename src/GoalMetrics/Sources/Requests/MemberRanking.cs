namespace GoalMetrics.Sources;

/// <summary>
/// Limits an answer to the largest groups: for each window and grouping, those with the largest values of one aggregate. Immutable.
/// </summary>
/// <remarks>Undefined values come last. Equal values are ordered by their members in ordinal order, null last.</remarks>
public sealed class MemberRanking
{
    /// <summary>The largest groups by an aggregate.</summary>
    /// <param name="by">The index of the aggregate in <see cref="AggregateRequest.Aggregates"/>.</param>
    /// <param name="count">How many groups at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is below 0, or the number of groups is below 1.</exception>
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

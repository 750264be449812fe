namespace GoalMetrics.Sources;

/// <summary>
/// An engine's answer to an <see cref="AggregateRequest"/>: the groups that have facts, for each grouping. Immutable once handed over.
/// </summary>
/// <remarks>
/// A group without facts is left out: the caller knows whether that means 0 or no data. A group is included as soon as one fact of its
/// window and members passes the request's filter, whether or not it passes the filters of the aggregates.
/// </remarks>
public sealed class AggregateAnswer
{
    /// <summary>An answer.</summary>
    /// <param name="groupings">The rows of each of <see cref="AggregateRequest.Groupings"/>, in their order.</param>
    public AggregateAnswer(IEnumerable<AggregateRows> groupings)
    {
        ArgumentNullException.ThrowIfNull(groupings);
        Groupings = [.. groupings];
    }

    /// <summary>The rows of each grouping, in the order of the request.</summary>
    public IReadOnlyList<AggregateRows> Groupings { get; }
}

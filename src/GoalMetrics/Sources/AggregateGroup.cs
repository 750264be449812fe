using System.Collections.Immutable;

namespace GoalMetrics;

/// <summary>The aggregates of one group: a window and a member of each dimension. Only groups with facts are answered.</summary>
/// <param name="Window">The index of the window in <see cref="AggregateRequest.Windows"/>.</param>
/// <param name="Members">A member for each of <see cref="AggregateRequest.Dimensions"/>, in order.</param>
/// <param name="Values">A value for each of <see cref="AggregateRequest.Aggregates"/>, in order, in the unit of its column.</param>
public readonly record struct AggregateGroup(int Window, ImmutableArray<string?> Members, ImmutableArray<Quantity> Values)
{
    // Of each value, what a sum is exactly where that is more than a decimal has room for; default where there is none such. So sums of
    // parts of a window add up to its own.
    internal ImmutableArray<ExactAmount?> Exact { get; init; }
}

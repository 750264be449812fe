using System.Collections.Immutable;

namespace GoalMetrics;

/// <summary>The aggregates of one group: a window and a member of each dimension. Only groups with facts are answered.</summary>
/// <param name="Window">The index of the window in <see cref="AggregateRequest.Windows"/>.</param>
/// <param name="Members">A member for each of <see cref="AggregateRequest.Dimensions"/>, in order.</param>
/// <param name="Values">A value for each of <see cref="AggregateRequest.Aggregates"/>, in order, in the unit of its column.</param>
public readonly record struct AggregateGroup(int Window, ImmutableArray<string?> Members, ImmutableArray<Quantity> Values)
{
    private readonly ImmutableArray<Quantity> _values = Values;

    /// <summary>A value for each of <see cref="AggregateRequest.Aggregates"/>, in order, in the unit of its column.</summary>
    public ImmutableArray<Quantity> Values
    {
        get => _values;
        init => (_values, Exact) = (value, default);
    }

    // For each value, the exact sum where a decimal has no room for it or not for all its digits, else null; default where all are null.
    // With it the sums of the parts of a window add up to that of the whole. Other values have none.
    internal ImmutableArray<ExactAmount?> Exact { get; init; }
}

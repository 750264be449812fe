using System.Collections.Immutable;

namespace GoalMetrics;

/// <summary>The aggregates of one group: a window and a member of each dimension. Only groups with facts are answered.</summary>
/// <param name="Window">The index of the window in <see cref="AggregateRequest.Windows"/>.</param>
/// <param name="Members">A member for each of <see cref="AggregateRequest.Dimensions"/>, in order.</param>
/// <param name="Values">A value for each of <see cref="AggregateRequest.Aggregates"/>, in order, in the unit of its column. A sum that had to be
/// rounded keeps all the digits that find room, zeros at its end too.</param>
public readonly record struct AggregateGroup(int Window, ImmutableArray<string?> Members, ImmutableArray<Quantity> Values);

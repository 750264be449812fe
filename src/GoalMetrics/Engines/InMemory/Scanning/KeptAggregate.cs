using GoalMetrics.Sources;

namespace GoalMetrics;

// Where an aggregate is found: among those that were kept, and in which cells; null for all.
internal readonly record struct KeptAggregate(Aggregate Aggregate, Func<int, bool>? IsWanted);

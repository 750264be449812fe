using GoalMetrics.Sources;

namespace GoalMetrics;

// Where an aggregate is found: among those that were kept, in which cells, and which cells are looked at at all; null for all.
internal readonly record struct KeptAggregate(Aggregate Aggregate, Func<int, bool>? IsWanted, Func<int, bool>? IsSeen = null);

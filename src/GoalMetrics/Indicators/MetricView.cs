using System.Collections.Immutable;

namespace GoalMetrics;

// What cells are read by: their dimensions, and the facts that count.
internal readonly record struct MetricView(ImmutableArray<string> Dimensions, Filter? Filter);

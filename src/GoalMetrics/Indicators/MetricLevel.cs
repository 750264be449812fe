using System.Collections.Immutable;

namespace GoalMetrics;

// The answer by some of a query's dimensions: combinations of members in order, and where their values are.
internal sealed class MetricLevel(
    ImmutableArray<string> dimensions,
    IReadOnlyList<(ImmutableArray<string?> Members, bool IsRest, MetricValues Values)> members,
    IReadOnlyDictionary<string, Measure> measures,
    IReadOnlySet<Metric> metricsWithFacts)
{
    public IReadOnlySet<Metric> MetricsWithFacts => metricsWithFacts;

    public IEnumerable<MetricRow> Rows(RowTime time) =>
        members.Select(row => new MetricRow(time, dimensions, row.Members, row.IsRest, measures, row.Values));
}

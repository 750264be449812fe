using NodaTime;

namespace GoalMetrics;

// The values of metrics for one combination of members.
internal readonly struct MetricValues(MetricCells cells, MemberKey members)
{
    public Quantity Of(Metric metric, Interval window) => cells.Value(metric, window, members);
}

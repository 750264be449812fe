using NodaTime;

namespace GoalMetrics;

// The values of metrics for one combination of members; without a cell, where no metric has facts. Of one metric, if any, raised by what it
// may be off by.
internal readonly struct MetricValues(MetricCells cells, MetricCell? cell, Metric? raised = null)
{
    public Quantity Of(Metric metric, Interval window)
    {
        var value = cells.Value(metric, window, cell);
        return metric == raised ? value + (value * (metric.RelativeErrorOf(value) * (value.AmountOrNull < 0m ? -1m : 1m))) : value;
    }

    public MetricValues WithErrorOf(Metric metric) => new(cells, cell, metric);
}

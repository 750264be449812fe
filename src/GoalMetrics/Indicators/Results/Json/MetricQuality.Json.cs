using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class MetricQuality : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("metric", Metric.Id);
        writer.WriteString("table", Table.Name);
        writer.WriteNumber("rows", Rows);
        writer.WriteNumber("nulls", Nulls);
        writer.WriteNumber("refusedRows", RefusedRows);
        writer.WriteInterval("coverage", Coverage);
        writer.WriteInstant("latestFact", LatestFact);
        writer.WriteDuration("age", Age);
    }
}

using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class MetricRecord : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("period", Period);
        writer.WriteMembers(Dimensions, Members);
        writer.WriteString("measure", MeasureId);
        writer.WriteObject("value", Value);
    }
}

using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class MeasureValue : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("measure", Measure);
        writer.WriteObject("value", Value);
    }
}

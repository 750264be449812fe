using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class StayReading : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("period", Period);
        writer.WriteObject("value", Value);
        writer.WriteBoolean("isKept", IsKept);
    }
}

using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public readonly partial record struct Change : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("from", From);
        writer.WriteObject("to", To);
        writer.WriteObject("absolute", Absolute);
        writer.WriteObject("relative", Relative);
    }
}

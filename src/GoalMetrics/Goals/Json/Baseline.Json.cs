using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial record Baseline : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        if (Stated is { } stated)
        {
            writer.WriteObject("stated", stated);
        }
        else
        {
            writer.WriteObject("period", Period);
        }
    }
}

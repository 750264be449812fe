using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class GoalSeekResult : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteEnum("outcome", Outcome);
        writer.WriteString("input", Input);
        writer.WriteObject("value", Value);
        writer.WriteObject("nearestInput", NearestInput);
        writer.WriteObject("nearestResult", NearestResult);
    }
}

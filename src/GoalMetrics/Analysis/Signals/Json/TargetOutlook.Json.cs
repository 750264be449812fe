using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class TargetOutlook : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("goal", Goal.Id);
        writer.WriteEnum("reach", Reach);
    }
}

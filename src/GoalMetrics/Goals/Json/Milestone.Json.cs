using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial record Milestone : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("name", Name);
        writer.WriteDate("due", Due);
        writer.WriteDate("completedOn", CompletedOn);
        writer.WriteNumber("weight", Weight);
    }
}

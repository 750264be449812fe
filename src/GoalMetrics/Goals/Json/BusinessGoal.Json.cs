using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class BusinessGoal : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("id", Id);
        writer.WriteObject("title", Title);
        writer.WriteObject("description", Description);
    }
}

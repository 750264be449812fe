using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

// What a reader of results must know of a formula.
public abstract partial class Formula : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("id", Id);
        writer.WriteObject("title", Title);
    }
}

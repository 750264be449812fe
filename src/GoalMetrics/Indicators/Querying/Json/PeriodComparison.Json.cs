using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public abstract partial class PeriodComparison : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("id", Id);
        writer.WriteObject("title", Title);
    }
}

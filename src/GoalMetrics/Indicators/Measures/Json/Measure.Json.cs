using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

// What a reader of results must know of a measure, not how it is computed.
public abstract partial class Measure : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer) => WriteProperties(writer, Unit);

    internal void WriteProperties(Utf8JsonWriter writer, Unit? unit)
    {
        writer.WriteString("id", Id);
        writer.WriteObject("title", Title);
        writer.WriteUnit("unit", unit);
        writer.WriteEnum("direction", Direction);
    }
}

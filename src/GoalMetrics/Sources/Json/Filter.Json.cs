using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

// In words: what counts is said to people, and no engine reads it back.
public abstract partial class Filter : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer) => writer.WriteString("text", ToString());
}

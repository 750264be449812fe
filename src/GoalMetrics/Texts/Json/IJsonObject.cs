using System.Text.Json;

namespace GoalMetrics.Json;

// What is written as a JSON object, whole or among the properties of another.
internal interface IJsonObject
{
    void WriteProperties(Utf8JsonWriter writer);
}

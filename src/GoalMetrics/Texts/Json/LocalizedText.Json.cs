using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class LocalizedText : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("en", English);
        foreach (var (language, text) in _translations)
        {
            writer.WriteString(language, text);
        }
    }
}

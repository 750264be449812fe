using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class Finding : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("code", Code);
        writer.WriteEnum("severity", Severity);
        writer.WriteString("path", Path);
        writer.WriteInLanguages("message", Kind.Message.Languages, Message);
        writer.WriteInLanguages("suggestion", Kind.Suggestion.Languages, Suggestion);
        writer.WriteStartObject("arguments");
        foreach (var argument in Arguments.DistinctBy(argument => argument.Name))
        {
            argument.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}

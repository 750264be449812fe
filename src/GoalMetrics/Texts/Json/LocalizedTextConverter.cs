using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>
/// Writes a <see cref="LocalizedText"/> as its texts by language, <c>{"en":"Grow revenue","da":"Øg omsætningen"}</c>, and reads it
/// back. A text alone is read as English.
/// </summary>
/// <remarks>The type carries it itself: there is nothing to register.</remarks>
public sealed class LocalizedTextConverter : JsonConverter<LocalizedText>
{
    private const string Expected = "a text, or texts by language such as {\"en\":\"Grow revenue\",\"da\":\"Øg omsætningen\"}";

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">The JSON is no such text.</exception>
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        return element.ValueKind switch
        {
            JsonValueKind.String => JsonReading.Made(() => new LocalizedText(element.GetString()!)),
            JsonValueKind.Object => Texts(element),
            _ => throw JsonReading.Refused(Expected, element),
        };
    }

    /// <summary>Writes a text.</summary>
    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteObject(value);
    }

    private static LocalizedText Texts(JsonElement element)
    {
        var english = element.Required("en", "the text in English").Text("a text");
        return JsonReading.Made(() => new LocalizedText(
            english,
            element.EnumerateObject()
                .Where(property => property.Name != "en")
                .Select(property => KeyValuePair.Create(property.Name, property.Value.Text("a text")))));
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>
/// Writes a <see cref="Unit"/> as a text and reads it back: <c>"ratio"</c>, <c>"percentage points"</c>, <c>"count"</c>,
/// <c>"count of order"</c>, <c>"DKK"</c>, <c>"days"</c>, <c>"score 1 to 5"</c>, <c>"DKK per order"</c>, <c>"visit * day"</c>.
/// </summary>
/// <remarks>
/// In a product or quotient, a noun that could be mistaken for another unit stands in brackets: <c>"DKK per [day]"</c>. A text
/// of more than 2,000 characters is refused. The type carries the converter itself: there is nothing to register.
/// </remarks>
public sealed class UnitConverter : JsonConverter<Unit>
{
    /// <summary>Reads a unit.</summary>
    /// <exception cref="JsonException">The JSON is not the text of a unit.</exception>
    public override Unit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UnitText.Read(JsonReading.ReadText(ref reader, "a unit such as \"ratio\" or \"DKK\""));

    /// <summary>Writes a unit.</summary>
    public override void Write(Utf8JsonWriter writer, Unit value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(UnitText.Of(value));
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>Writes a <see cref="Currency"/> as its code, <c>"DKK"</c>, and reads it back.</summary>
/// <remarks>The type carries it itself: there is nothing to register.</remarks>
public sealed class CurrencyConverter : JsonConverter<Currency>
{
    /// <summary>Reads a currency.</summary>
    /// <exception cref="JsonException">The JSON is not a code of ISO 4217.</exception>
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var code = JsonReading.ReadText(ref reader, "a currency such as \"DKK\"");
        return JsonReading.Made(() => Currency.Of(code));
    }

    /// <summary>Writes a currency.</summary>
    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Code);
    }
}

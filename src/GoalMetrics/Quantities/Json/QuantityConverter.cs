using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>
/// Writes a <see cref="Quantity"/> and reads it back: <c>{"amount":0.035,"unit":"ratio"}</c>, or where it is undefined
/// <c>{"amount":null,"unit":"ratio","reason":"zeroDenominator","cause":"visitors"}</c>.
/// </summary>
/// <remarks>
/// The amount is written with all its digits, trailing zeros included. The unit of an undefined quantity is null where it is not known,
/// and there is no cause where none is known. The type carries the converter itself: there is nothing to register.
/// </remarks>
public sealed class QuantityConverter : JsonConverter<Quantity>
{
    /// <summary>Reads a quantity.</summary>
    /// <exception cref="JsonException">The JSON is no such quantity.</exception>
    public override Quantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Quantity.FromJson(JsonElement.ParseValue(ref reader));

    /// <summary>Writes a quantity.</summary>
    public override void Write(Utf8JsonWriter writer, Quantity value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteObject(value);
    }
}

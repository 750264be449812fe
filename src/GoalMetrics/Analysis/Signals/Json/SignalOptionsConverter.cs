using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>
/// Writes <see cref="SignalOptions"/> and reads them back:
/// <c>{"baseline":60,"rules":["beyondLimit"],"shifts":[{"from":"2026-06-01","why":"a new checkout"}]}</c>. What is left out has its
/// default.
/// </summary>
/// <remarks>
/// A filter and the measures of a shift are written and not read: what they name is part of the program. The type carries the converter
/// itself: there is nothing to register. Names of properties are read in any letter case.
/// </remarks>
public sealed class SignalOptionsConverter : JsonConverter<SignalOptions>
{
    /// <summary>Reads them.</summary>
    /// <exception cref="JsonException">
    /// A number is outside its range, there is a filter or a shift of stated measures, or the JSON has another property.
    /// </exception>
    public override SignalOptions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SignalOptions.FromJson(JsonElement.ParseValue(ref reader));

    /// <summary>Writes them.</summary>
    public override void Write(Utf8JsonWriter writer, SignalOptions value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteObject(value);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Statistics;

namespace GoalMetrics.Json;

/// <summary>
/// Writes a <see cref="Statistic"/> and reads it back: <c>{"value":0.035}</c>, or where it is undefined
/// <c>{"value":null,"reason":"zeroDenominator","cause":"trials"}</c>.
/// </summary>
/// <remarks>
/// The number has the digits that give the same double again. There is no cause where none is known. The type carries the converter
/// itself: there is nothing to register.
/// </remarks>
public sealed class StatisticConverter : JsonConverter<Statistic>
{
    /// <summary>Reads a statistic.</summary>
    /// <exception cref="JsonException">The JSON is no such statistic.</exception>
    public override Statistic Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Statistic.FromJson(JsonElement.ParseValue(ref reader));

    /// <summary>Writes a statistic.</summary>
    public override void Write(Utf8JsonWriter writer, Statistic value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteObject(value);
    }
}

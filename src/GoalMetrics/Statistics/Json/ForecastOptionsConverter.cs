using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Statistics;

namespace GoalMetrics.Json;

/// <summary>
/// Writes <see cref="ForecastOptions"/> and reads them back: <c>{"paths":1000,"seed":1,"given":{"alpha":0.3}}</c>.
/// What is left out has its default.
/// </summary>
/// <remarks>The type carries the converter itself: there is nothing to register. Names are read in any letter case.</remarks>
public sealed class ForecastOptionsConverter : JsonConverter<ForecastOptions>
{
    /// <summary>Reads them.</summary>
    /// <exception cref="JsonException">A number is outside its range, or the JSON has another property.</exception>
    public override ForecastOptions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ForecastOptions.FromJson(JsonElement.ParseValue(ref reader));

    /// <summary>Writes them.</summary>
    public override void Write(Utf8JsonWriter writer, ForecastOptions value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteObject(value);
    }
}

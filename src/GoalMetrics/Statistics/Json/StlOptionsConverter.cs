using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Statistics;

namespace GoalMetrics.Json;

/// <summary>
/// Writes <see cref="StlOptions"/> and reads them back: <c>{"seasonalWindow":13,"trendWindow":21,"robustIterations":15}</c>.
/// What is left out has its default.
/// </summary>
/// <remarks>The type carries the converter itself: there is nothing to register. Names are read in any letter case.</remarks>
public sealed class StlOptionsConverter : JsonConverter<StlOptions>
{
    /// <summary>Reads them.</summary>
    /// <exception cref="JsonException">A number is outside its range, or the JSON has another property.</exception>
    public override StlOptions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        StlOptions.FromJson(JsonElement.ParseValue(ref reader));

    /// <summary>Writes them.</summary>
    public override void Write(Utf8JsonWriter writer, StlOptions value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteObject(value);
    }
}

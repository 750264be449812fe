using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Statistics;

namespace GoalMetrics.Json;

/// <summary>
/// Writes <see cref="SmoothingParameters"/> and reads them back: <c>{"alpha":0.3,"beta":0.1}</c>.
/// What is left out has its default.
/// </summary>
/// <remarks>The type carries the converter itself: there is nothing to register. Names are read in any letter case.</remarks>
public sealed class SmoothingParametersConverter : JsonConverter<SmoothingParameters>
{
    /// <summary>Reads them.</summary>
    /// <exception cref="JsonException">A number is outside its range, or the JSON has another property.</exception>
    public override SmoothingParameters Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SmoothingParameters.FromJson(JsonElement.ParseValue(ref reader));

    /// <summary>Writes them.</summary>
    public override void Write(Utf8JsonWriter writer, SmoothingParameters value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteObject(value);
    }
}

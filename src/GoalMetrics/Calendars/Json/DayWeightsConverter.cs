using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>
/// Writes <see cref="DayWeights"/> and reads them back: <c>weekdays</c> from Monday to Sunday, <c>holiday</c>, and <c>dates</c> with
/// weights of their own.
/// </summary>
/// <remarks>The type carries it itself: there is nothing to register.</remarks>
public sealed class DayWeightsConverter : JsonConverter<DayWeights>
{
    /// <summary>Reads weights.</summary>
    /// <exception cref="JsonException">A weight is missing or below 0.</exception>
    public override DayWeights Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DayWeights.FromJson(JsonReading.ReadObject(ref reader, "the weights of days"));

    /// <summary>Writes weights.</summary>
    public override void Write(Utf8JsonWriter writer, DayWeights value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteObject(value);
    }
}

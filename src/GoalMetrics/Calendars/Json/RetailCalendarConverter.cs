using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>Writes a <see cref="RetailCalendar"/> as its five rules and reads it back.</summary>
/// <remarks>The type carries it itself: there is nothing to register.</remarks>
public sealed class RetailCalendarConverter : JsonConverter<RetailCalendar>
{
    /// <summary>Reads a retail year.</summary>
    /// <exception cref="JsonException">A rule is missing, unknown or out of its range.</exception>
    public override RetailCalendar Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RetailCalendar.FromJson(JsonReading.ReadObject(ref reader, "the rules of a retail year"));

    /// <summary>Writes a retail year.</summary>
    public override void Write(Utf8JsonWriter writer, RetailCalendar value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteObject(value);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>
/// Writes a <see cref="ReportingPeriod"/> with its calendar and reads it back:
/// <c>{"name":"2027-03","grain":"month","start":"2027-03-01","end":"2027-04-01","calendar":{"zone":"Europe/Copenhagen"}}</c>.
/// </summary>
/// <remarks>
/// The end is exclusive. Start and end are dates; those of an hour are instants, and so are those of a range that does not start or end
/// with a day. A free range has no grain. Read by hand, a name and a calendar are enough. Periods in results are without their calendar,
/// and as the key of a dictionary a period is its name: neither can be read back. The type carries the converter itself: there is nothing
/// to register.
/// </remarks>
public sealed class ReportingPeriodConverter : JsonConverter<ReportingPeriod>
{
    /// <summary>Reads a period.</summary>
    /// <exception cref="JsonException">The JSON is not a period of its calendar.</exception>
    public override ReportingPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReportingPeriod.FromJson(JsonReading.ReadObject(ref reader, "a period with its calendar"));

    /// <summary>Writes a period.</summary>
    public override void Write(Utf8JsonWriter writer, ReportingPeriod value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        ((IJsonObject)value).WriteProperties(writer);
        writer.WriteObject("calendar", value.Calendar);
        writer.WriteEndObject();
    }

    /// <summary>Writes a period as the key of a dictionary: its name.</summary>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, ReportingPeriod value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WritePropertyName(value.ToString());
    }
}

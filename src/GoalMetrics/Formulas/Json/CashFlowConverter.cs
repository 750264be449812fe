using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>
/// Writes a <see cref="CashFlow"/> and reads it back: <c>{"date":"2027-03-31","amount":{"amount":100,"unit":"DKK"}}</c>.
/// </summary>
/// <remarks>The type carries it itself: there is nothing to register.</remarks>
public sealed class CashFlowConverter : JsonConverter<CashFlow>
{
    /// <summary>Reads a flow.</summary>
    /// <exception cref="JsonException">The JSON is no such flow.</exception>
    public override CashFlow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonReading.ReadObject(ref reader, "a flow of money, with \"date\" and \"amount\"");
        var date = element.Required("date", "the day of the flow").Date();
        return new(date, Quantity.FromJson(element.Required("amount", "the money that flows")));
    }

    /// <summary>Writes a flow.</summary>
    public override void Write(Utf8JsonWriter writer, CashFlow value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteDate("date", value.Date);
        writer.WriteObject("amount", value.Amount);
        writer.WriteEndObject();
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>
/// Writes an <see cref="ExchangeRate"/> and reads it back: <c>{"from":"EUR","to":"DKK","rate":7.46,"date":"2026-11-23"}</c>.
/// </summary>
/// <remarks>The type carries it itself: there is nothing to register.</remarks>
public sealed class ExchangeRateConverter : JsonConverter<ExchangeRate>
{
    private const string Expected = "an exchange rate such as {\"from\":\"EUR\",\"to\":\"DKK\",\"rate\":7.46,\"date\":\"2026-11-23\"}";

    /// <summary>Reads a rate.</summary>
    /// <exception cref="JsonException">The JSON is no such rate.</exception>
    public override ExchangeRate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RateIn(JsonReading.ReadObject(ref reader, Expected));

    /// <summary>Writes a rate.</summary>
    public override void Write(Utf8JsonWriter writer, ExchangeRate value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString("from", value.From.Code);
        writer.WriteString("to", value.To.Code);
        writer.WriteNumber("rate", value.Rate);
        writer.WriteDate("date", value.Date);
        writer.WriteEndObject();
    }

    internal static ExchangeRate RateIn(JsonElement element)
    {
        var from = element.Required("from", "the code of a currency").Text("the code of a currency");
        var to = element.Required("to", "the code of a currency").Text("the code of a currency");
        var rate = element.Required("rate", "a number").Amount("a number");
        var date = element.Required("date", "the day the rate is valid for").Date();
        return JsonReading.Made(() => new ExchangeRate(from, to, rate, date));
    }
}

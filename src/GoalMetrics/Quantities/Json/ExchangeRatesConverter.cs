using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>
/// Writes <see cref="ExchangeRates"/> and reads the same table back:
/// <c>{"base":"EUR","knownForDays":7,"rates":[{"from":"EUR","to":"DKK","rate":7.46,"date":"2026-11-23"}]}</c>.
/// </summary>
/// <remarks>
/// Each rate is written as it was quoted, with all its digits: the earliest first for each currency, and the currencies by their code.
/// The type carries the converter itself: there is nothing to register.
/// </remarks>
public sealed class ExchangeRatesConverter : JsonConverter<ExchangeRates>
{
    private const string Expected =
        "exchange rates such as {\"base\":\"EUR\",\"rates\":[{\"from\":\"EUR\",\"to\":\"DKK\",\"rate\":7.46,\"date\":\"2026-11-23\"}]}";

    private static readonly ExchangeRateConverter Single = new();

    /// <summary>Reads a table of rates; without <c>knownForDays</c>, each rate holds for its own day alone.</summary>
    /// <exception cref="JsonException">
    /// The JSON is no such table, has another property, or has rates that are no table: none, two of one day, or one that does not lead
    /// from or to the base.
    /// </exception>
    public override ExchangeRates Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonReading.ReadObject(ref reader, Expected);
        element.AllowOnly("base", "knownForDays", "rates");
        var code = element.Required("base", "the code of a currency").Text("the code of a currency");
        var days = element.Optional("knownForDays")?.Whole("a whole number of days") ?? 0;
        ExchangeRate[] rates = [.. element.Required("rates", "a list of exchange rates").List("a list of exchange rates").Select(RateIn)];
        return JsonReading.Made(() => ExchangeRates.Against(Currency.Of(code), rates).LastKnownWithin(days));
    }

    /// <summary>Writes the table.</summary>
    public override void Write(Utf8JsonWriter writer, ExchangeRates value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString("base", value.Base.Code);
        writer.WriteNumber("knownForDays", value.KnownForDays);
        writer.WriteStartArray("rates");
        foreach (var rate in value.Rates)
        {
            Single.Write(writer, rate, options);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ExchangeRate RateIn(JsonElement element) => ExchangeRateConverter.RateIn(element.Object("an exchange rate"));
}

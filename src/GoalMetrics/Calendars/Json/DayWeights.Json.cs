using System.Collections.Immutable;
using System.Text.Json;
using GoalMetrics.Json;
using NodaTime;
using NodaTime.Text;

namespace GoalMetrics;

public sealed partial class DayWeights : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("weekdays");
        foreach (var weight in _weekdays)
        {
            writer.WriteNumberValue(weight);
        }

        writer.WriteEndArray();
        writer.WriteNumber("holiday", Holiday);
        writer.WriteStartObject("dates");
        foreach (var (date, weight) in Dates)
        {
            writer.WriteNumber(LocalDatePattern.Iso.Format(date), weight);
        }

        writer.WriteEndObject();
    }

    internal static DayWeights FromJson(JsonElement element)
    {
        const string Weight = "a weight of 0 or more";
        element.AllowOnly("weekdays", "holiday", "dates");
        var list = element.Required("weekdays", "the weights from Monday to Sunday");
        var weekdays = list.List("the weights from Monday to Sunday").Select(weight => weight.Amount(Weight)).ToImmutableArray();
        if (weekdays.Length != 7)
        {
            throw JsonReading.Refused("the weights of seven weekdays, from Monday to Sunday", list);
        }

        var holiday = element.Optional("holiday")?.Amount(Weight);
        var dates = element.Optional("dates")?.Properties("weights by date")
            .Select(day => (Date: JsonReading.Date(day.Name), Weight: day.Value.Amount(Weight)))
            .ToList() ?? [];
        return JsonReading.Made(() =>
        {
            foreach (var weight in weekdays.Append(holiday ?? 0m))
            {
                NotNegative(weight, "weights");
            }

            var even = new DayWeights(weekdays, holiday, ImmutableSortedDictionary<LocalDate, decimal>.Empty);
            return dates.Aggregate(even, (weights, day) => weights.With(day.Date, day.Weight));
        });
    }
}

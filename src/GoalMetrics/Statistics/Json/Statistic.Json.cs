using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(StatisticConverter))]
public readonly partial struct Statistic : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteNumber("value", ValueOrNull);
        if (IsDefined)
        {
            return;
        }

        writer.WriteEnum("reason", Reason);
        if (Cause is not null)
        {
            writer.WriteString("cause", Cause);
        }
    }

    internal static Statistic FromJson(JsonElement json)
    {
        var element = json.Object("a statistic such as {\"value\":0.035}");
        if (element.Optional("value") is not { } value)
        {
            var reason = element.Required("reason", "where there is no value").Enum<UndefinedReason>();
            return Undefined(reason, element.Optional("cause")?.Text("the name of an input"));
        }

        if ((element.Optional("reason") ?? element.Optional("cause")) is not null)
        {
            throw JsonReading.Refused("a value, or a reason why there is none", element);
        }

        return new(value.Number("a finite number as \"value\""));
    }
}

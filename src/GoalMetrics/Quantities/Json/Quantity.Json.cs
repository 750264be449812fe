using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public readonly partial struct Quantity : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteNumber("amount", AmountOrNull);
        writer.WriteUnit("unit", _unit);
        WriteReason(writer);
    }

    internal static Quantity FromJson(JsonElement json)
    {
        var element = json.Object("a quantity such as {\"amount\":0.035,\"unit\":\"ratio\"}");
        var unit = element.Optional("unit") is { } text ? UnitText.Read(text.Text("the text of a unit")) : null;
        if (element.Optional("amount") is not { } amount)
        {
            var reason = element.Required("reason", "where there is no amount").Enum<UndefinedReason>();
            return Undefined(reason, element.Optional("cause")?.Text("the name of an input"), unit);
        }

        var number = amount.Amount("a number that fits a decimal as \"amount\"");
        if (unit is null)
        {
            throw JsonReading.Refused("a \"unit\" beside the amount", element);
        }

        if ((element.Optional("reason") ?? element.Optional("cause")) is not null)
        {
            throw JsonReading.Refused("an amount, or a reason why there is none", element);
        }

        return new(number, unit);
    }

    // Why there is no amount, where there is none.
    internal void WriteReason(Utf8JsonWriter writer)
    {
        if (Reason is not { } reason)
        {
            return;
        }

        writer.WriteEnum("reason", reason);
        if (Cause is not null)
        {
            writer.WriteString("cause", Cause);
        }
    }
}

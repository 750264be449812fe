using System.Text.Json;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

public sealed partial record RetailCalendar : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteEnum("pattern", Pattern);
        writer.WriteNumber("lastMonth", LastMonth);
        writer.WriteEnum("lastDay", LastDay);
        writer.WriteEnum("end", End);
        writer.WriteEnum("namedAfter", NamedAfter);
    }

    internal static RetailCalendar FromJson(JsonElement element)
    {
        const string Rule = "a rule of the retail year";
        element.AllowOnly("pattern", "lastMonth", "lastDay", "end", "namedAfter");
        var pattern = element.Required("pattern", Rule).Enum<RetailPattern>();
        var lastMonth = element.Required("lastMonth", Rule).Whole("a month from 1 to 12");
        var lastDay = element.Required("lastDay", Rule).Enum<IsoDayOfWeek>();
        var end = element.Required("end", Rule).Enum<RetailYearEnd>();
        var namedAfter = element.Required("namedAfter", Rule).Enum<YearName>();
        return JsonReading.Made(() => new RetailCalendar(pattern, lastMonth, lastDay, end, namedAfter));
    }
}

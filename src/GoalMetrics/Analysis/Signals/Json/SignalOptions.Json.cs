using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using GoalMetrics.Statistics;

namespace GoalMetrics;

[JsonConverter(typeof(SignalOptionsConverter))]
public sealed partial class SignalOptions : IJsonObject
{
    private const string Expected = "options such as {\"grain\":\"day\",\"baseline\":60}";

    private const string ExpectedShift = "a shift such as {\"from\":\"2026-06-01\",\"why\":\"a new checkout\"}";

    private static readonly string[] Names = ["grain", "from", "where", "baseline", "shifts", "rules"];

    private static readonly string[] ShiftNames = ["from", "why", "measures"];

    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteEnum("grain", Grain);
        writer.WriteDate("from", From);
        writer.WriteObject("where", Where);
        writer.WriteNumber("baseline", (long?)Baseline);
        writer.WriteObjects("shifts", Shifts.Select(shift => new Shift(shift)));
        if (Rules is null)
        {
            writer.WriteNull("rules");
        }
        else
        {
            writer.WriteTexts("rules", Rules.Select(JsonWriting.Named));
        }
    }

    internal static SignalOptions FromJson(JsonElement json)
    {
        var given = json.Settings(Expected, Names);
        if (given("where") is { } filter)
        {
            throw JsonReading.Refused("no \"where\", which is stated in the program", filter);
        }

        return JsonReading.Made(() => new SignalOptions
        {
            Grain = given("grain")?.Enum<Grain>(),
            From = given("from")?.Date(),
            Baseline = given("baseline")?.Whole("a whole number as \"baseline\""),
            Shifts = given("shifts")?.List("a list as \"shifts\"").Select(ShiftFrom).ToList() ?? [],
            Rules = given("rules")?.List("a list as \"rules\"").Select(rule => rule.Enum<ChartRule>()).ToList(),
        });
    }

    private static DeclaredShift ShiftFrom(JsonElement json)
    {
        var given = json.Settings(ExpectedShift, ShiftNames);
        if (given("measures") is { } measures && measures.List("a list as \"measures\"").Any())
        {
            throw JsonReading.Refused("a shift without \"measures\", which are stated in the program", json);
        }

        var from = given("from") ?? throw JsonReading.Refused(ExpectedShift, json);
        var why = given("why") ?? throw JsonReading.Refused(ExpectedShift, json);
        return new(from.Date(), why.Text("a text as \"why\""));
    }

    private readonly struct Shift(DeclaredShift shift) : IJsonObject
    {
        public void WriteProperties(Utf8JsonWriter writer)
        {
            writer.WriteDate("from", shift.From);
            writer.WriteString("why", shift.Why);
            writer.WriteTexts("measures", shift.Measures.Select(measure => measure.Id));
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(StlOptionsConverter))]
public sealed partial class StlOptions : IJsonObject
{
    private const string Expected = "options such as {\"seasonalWindow\":13,\"robustIterations\":15}";

    private static readonly string[] Names = ["seasonalWindow", "trendWindow", "robustIterations"];

    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteNumber("seasonalWindow", (long?)SeasonalWindow);
        writer.WriteNumber("trendWindow", (long?)TrendWindow);
        writer.WriteNumber("robustIterations", RobustIterations);
    }

    internal static StlOptions FromJson(JsonElement json)
    {
        var given = json.Settings(Expected, Names);
        var read = new StlOptions
        {
            SeasonalWindow = Whole("seasonalWindow"),
            TrendWindow = Whole("trendWindow"),
            RobustIterations = Whole("robustIterations") ?? new StlOptions().RobustIterations,
        };
        return JsonReading.Made(() =>
        {
            read.Check();
            return read;
        });

        int? Whole(string name) => given(name)?.Whole($"a whole number as \"{name}\"");
    }
}

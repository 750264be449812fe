using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ForecastOptionsConverter))]
public sealed partial class ForecastOptions : IJsonObject
{
    private const string Expected = "options such as {\"paths\":1000,\"seed\":1}";

    private static readonly string[] Names = ["paths", "seed", "given"];

    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteNumber("paths", Paths);
        writer.WriteNumber("seed", Seed);
        writer.WriteObject("given", Given);
    }

    internal static ForecastOptions FromJson(JsonElement json)
    {
        var given = json.Settings(Expected, Names);
        var standard = new ForecastOptions();
        var read = new ForecastOptions
        {
            Paths = given("paths")?.Whole("a whole number as \"paths\"") ?? standard.Paths,
            Seed = given("seed")?.WholeLong("a whole number as \"seed\"") ?? standard.Seed,
            Given = given("given")?.Read(SmoothingParameters.FromJson) ?? standard.Given,
        };
        return JsonReading.Made(() =>
        {
            read.Check();
            return read;
        });
    }
}

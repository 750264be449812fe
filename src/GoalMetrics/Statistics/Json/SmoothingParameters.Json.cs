using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(SmoothingParametersConverter))]
public sealed partial class SmoothingParameters : IJsonObject
{
    private const string Expected = "parameters such as {\"alpha\":0.3,\"beta\":0.1}";

    private static readonly string[] Names = ["alpha", "beta", "gamma", "phi", "level", "trend", "season"];

    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteNumber("alpha", Alpha);
        writer.WriteNumber("beta", Beta);
        writer.WriteNumber("gamma", Gamma);
        writer.WriteNumber("phi", Phi);
        writer.WriteNumber("level", Level);
        writer.WriteNumber("trend", Trend);
        if (Season is null)
        {
            writer.WriteNull("season");
        }
        else
        {
            writer.WriteNumbers("season", Season);
        }
    }

    internal static SmoothingParameters FromJson(JsonElement json)
    {
        var given = json.Settings(Expected, Names);
        var read = new SmoothingParameters
        {
            Alpha = Number("alpha"),
            Beta = Number("beta"),
            Gamma = Number("gamma"),
            Phi = Number("phi"),
            Level = Number("level"),
            Trend = Number("trend"),
            Season = given("season")?.List(OfSeason).Select(figure => figure.Number(OfSeason)).ToList().AsReadOnly(),
        };
        return JsonReading.Made(() =>
        {
            read.Check();
            return read;
        });

        double? Number(string name) => given(name)?.Number($"a number as \"{name}\"");
    }

    private const string OfSeason = "a list of numbers as \"season\"";
}

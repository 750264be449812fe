using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<ForecastCandidate>))]
public sealed partial class ForecastCandidate : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteEnum("method", Method);
        writer.WriteNumber("season", Season);
        writer.WriteObject("meanAbsoluteError", MeanAbsoluteError);
    }
}

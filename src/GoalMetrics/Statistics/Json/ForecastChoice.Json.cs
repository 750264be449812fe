using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<ForecastChoice>))]
public sealed partial class ForecastChoice : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObjects("candidates", Candidates);
        writer.WriteNumber("origins", Origins);
        writer.WriteNumber("steps", Steps);
        writer.WriteObject("forecast", Forecast);
        writer.WriteObject("denominators", Denominators);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<Trend>))]
public sealed partial class Trend : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteNumber("concordance", Concordance);
        writer.WriteObject("tau", Tau);
        writer.WriteObject("test", Test);
        writer.WriteObject("slope", Slope);
    }
}

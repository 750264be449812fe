using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<HypothesisTest>))]
public sealed partial class HypothesisTest : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteEnum("method", Method);
        writer.WriteNumber("n", N);
        writer.WriteNumber("testStatistic", TestStatistic);
        writer.WriteNumber("degreesOfFreedom", DegreesOfFreedom);
        writer.WriteObject("pValue", PValue);
    }
}

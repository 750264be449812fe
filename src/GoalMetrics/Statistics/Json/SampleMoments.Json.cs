using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<SampleMoments>))]
public readonly partial struct SampleMoments : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteNumber("n", N);
        writer.WriteObject("mean", Mean);
        writer.WriteObject("standardDeviation", StandardDeviation);
    }
}

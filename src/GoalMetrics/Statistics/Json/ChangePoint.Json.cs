using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<ChangePoint>))]
public sealed partial class ChangePoint : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteNumber("index", Index);
        writer.WriteNumber("before", Before);
        writer.WriteNumber("after", After);
        writer.WriteNumber("sizeInSigmas", SizeInSigmas);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<ChartSignal>))]
public readonly partial struct ChartSignal : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteEnum("rule", Rule);
        writer.WriteEnum("side", Side == default ? null : (ChartSide?)Side);
        writer.WriteNumber("first", First);
        writer.WriteNumber("last", Last);
    }
}

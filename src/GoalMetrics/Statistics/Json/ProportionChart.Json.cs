using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<ProportionChart>))]
public sealed partial class ProportionChart : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("centre", Centre);
        writer.WriteObject("spread", Spread);
        writer.WriteObjects("points", Points);
        writer.WriteObjects("signals", Signals);
    }
}

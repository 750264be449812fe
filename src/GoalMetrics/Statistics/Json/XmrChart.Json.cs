using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<XmrChart>))]
public sealed partial class XmrChart : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObjects("limits", Limits);
        writer.WriteObjects("signals", Signals);
    }
}

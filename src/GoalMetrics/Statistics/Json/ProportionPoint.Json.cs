using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<ProportionPoint>))]
public sealed partial class ProportionPoint : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("share", Share);
        writer.WriteNumber("trials", Trials);
        writer.WriteObject("lowerLimit", LowerLimit);
        writer.WriteObject("upperLimit", UpperLimit);
    }
}

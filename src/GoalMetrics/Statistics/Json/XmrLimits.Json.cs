using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<XmrLimits>))]
public sealed partial class XmrLimits : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteNumber("first", First);
        writer.WriteNumber("count", Count);
        writer.WriteObject("centre", Centre);
        writer.WriteObject("meanMovingRange", MeanMovingRange);
        writer.WriteObject("sigma", Sigma);
        writer.WriteObject("lowerLimit", LowerLimit);
        writer.WriteObject("upperLimit", UpperLimit);
        writer.WriteObject("movingRangeLimit", MovingRangeLimit);
    }
}

using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class SignalPoint : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("period", Period);
        writer.WriteObject("value", Value);
        writer.WriteNumber("n", N);
        writer.WriteBoolean("isJudged", IsJudged);
        if (Centre.IsDefined)
        {
            writer.WriteObject("centre", Centre);
            writer.WriteObject("lowerLimit", LowerLimit);
            writer.WriteObject("upperLimit", UpperLimit);
        }
    }
}

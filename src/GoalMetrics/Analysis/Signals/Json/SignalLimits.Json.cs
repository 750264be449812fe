using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class SignalLimits : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("first", First);
        writer.WriteObject("last", Last);
        writer.WriteObject("centre", Centre);
        writer.WriteObject("sigma", Sigma);
        writer.WriteObject("lowerLimit", LowerLimit);
        writer.WriteObject("upperLimit", UpperLimit);
        writer.WriteString("why", Why);
    }
}

using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class HistoryPoint : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("period", Period);
        writer.WriteEnum("state", State);
        writer.WriteEnum("coverage", Coverage);
        writer.WriteBoolean("isSettled", IsSettled);
        writer.WriteObject("value", Value);
        if (Numerator is { } numerator && Denominator is { } denominator)
        {
            writer.WriteObject("numerator", numerator);
            writer.WriteObject("denominator", denominator);
        }

        writer.WriteNumber("n", N);
    }
}

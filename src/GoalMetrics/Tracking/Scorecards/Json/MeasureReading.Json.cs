using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class MeasureReading : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("period", Period);
        writer.WriteEnum("state", State);
        writer.WriteObject("value", Value);
        writer.WriteObject("fromPrevious", FromPrevious);
        writer.WriteObject("fromYearEarlier", FromYearEarlier);
        writer.WriteEnum("verdict", Verdict);
    }
}

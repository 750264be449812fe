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
        writer.WriteInstant("readUntil", ReadUntil);
        writer.WriteBoolean("isFullyCovered", IsFullyCovered);
        writer.WriteObject("fromPrevious", FromPrevious);
        writer.WriteObject("fromYearEarlier", FromYearEarlier);
        writer.WriteObjects("compared", Compared);
        writer.WriteEnum("verdict", Verdict);
    }
}

using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class SmartReport : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("goal", Goal);
        writer.WriteInstant("asOf", AsOf);
        writer.WriteBoolean("isSmart", IsSmart);
        writer.WriteStartObject("criteria");
        foreach (var criterion in Enum.GetValues<SmartCriterion>())
        {
            writer.WriteStartObject(JsonWriting.Named(criterion));
            writer.WriteEnum("verdict", this[criterion]);
            writer.WriteObjects("findings", FindingsOn(criterion));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}

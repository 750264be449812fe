using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class MemberReading : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteMembers(_dimensions, Members);
        writer.WriteObject("reading", Reading);
    }
}

using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

// What a reader of results must know of a goal.
public sealed partial class SmartGoal : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("id", Id);
        writer.WriteString("statement", Statement);
        writer.WriteString("owner", Owner);
        writer.WriteObject("measure", Measure);
        writer.WriteObject("target", Target);
        writer.WriteObject("period", Period);
        writer.WriteTexts("serves", Serves);
    }
}

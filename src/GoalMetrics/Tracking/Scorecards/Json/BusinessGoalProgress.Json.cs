using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

// The SMART goals by their ids: a scorecard states them once.
public sealed partial class BusinessGoalProgress : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("goal", Goal);
        writer.WriteObject("attainment", Attainment);
        writer.WriteObject("unclippedAttainment", UnclippedAttainment);
        writer.WriteEnum("worstStatus", WorstStatus);
        writer.WriteTexts("goals", Goals.Select(progress => progress.Goal.Id));
        writer.WriteTexts("unknownGoals", UnknownGoals.Select(progress => progress.Goal.Id));
    }
}

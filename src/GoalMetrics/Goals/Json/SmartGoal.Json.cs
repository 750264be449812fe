using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

// What a reader of results must know of a goal: also how often one to stay within limits is read where it does not say so, and the weight
// that it has in the progress of business goals.
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
        writer.WriteEnum("readEvery", ReadsEvery);
        writer.WriteString("path", PathKind);
        writer.WriteNumber("weight", Weight);
    }

    private string PathKind => Path switch
    {
        LinearPath => "linear",
        WeightedDaysPath => "weightedDays",
        SeasonalPath => "seasonal",
        MilestonePath => "milestones",
        _ => "own",
    };
}

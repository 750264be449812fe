using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class MeasureStanding<TMeasure> : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("measure", Measure);
        writer.WriteObject("current", Current);
        writer.WriteObject("latestClosed", LatestClosed);
        writer.WriteObjects("breakdown", Breakdown);
    }
}

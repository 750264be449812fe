using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class ProjectedPoint : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("period", Period);
        writer.WriteObject("value", Value);
        if (Known is { } known)
        {
            writer.WriteObject("known", known);
        }

        writer.WriteEstimate("interval", Interval());
    }
}

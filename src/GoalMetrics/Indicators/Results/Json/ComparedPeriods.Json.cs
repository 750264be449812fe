using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class ComparedPeriods : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("comparison", Comparison.Id);
        writer.WriteObject("period", Period);
        writer.WriteInstant("until", Until);
        writer.WriteObject("earlier", Earlier);
        writer.WriteInstant("earlierUntil", EarlierUntil);
    }
}

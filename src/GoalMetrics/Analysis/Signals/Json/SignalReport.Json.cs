using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class SignalReport : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteInstant("asOf", AsOf);
        writer.WriteObjects("measures", Measures);
    }
}

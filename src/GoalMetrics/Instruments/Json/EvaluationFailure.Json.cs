using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class EvaluationFailure : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("path", Path);
        writer.WriteString("error", Error.Message);
    }
}

using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class InputSensitivity : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("input", Input);
        writer.WriteObject("result", Result);
    }
}

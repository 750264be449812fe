using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class Signal : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("measure", Measure.Id);
        writer.WriteEnum("kind", Kind);
        writer.WriteObject("first", First);
        writer.WriteObject("last", Last);
        if (Side is { } side)
        {
            writer.WriteEnum("side", side);
            writer.WriteObject("value", Value);
            writer.WriteObject("expected", Expected);
            writer.WriteObject("difference", Difference);
            if (Sigmas is { } sigmas)
            {
                writer.WriteNumber("sigmas", sigmas);
            }
        }

        writer.WriteEnum("verdict", Verdict);
        writer.WriteTexts("drives", Drives.Select(kpi => kpi.Id));
    }
}

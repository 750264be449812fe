using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class MeasureSignals : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("measure", Measure);
        writer.WriteEnum("grain", Grain);
        writer.WriteEnum("method", Method);
        writer.WriteEnum("pattern", Pattern);
        writer.WriteObjects("limits", Limits);
        writer.WriteObjects("points", Points);
        writer.WriteObjects("signals", Signals);
        writer.WriteTexts("drives", Drives.Select(kpi => kpi.Id));
        writer.WriteObjects("targets", Targets);
        writer.WriteObjects("findings", Findings);
    }
}

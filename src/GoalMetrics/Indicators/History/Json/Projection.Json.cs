using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class Projection : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("measure", Measure);
        writer.WriteEnum("grain", History.Grain);
        writer.WriteInstant("asOf", History.AsOf);
        writer.WriteObject("period", Period);
        writer.WriteObject("soFar", SoFar);
        writer.WriteEnum("landsAs", LandsAs);
        writer.WriteEstimate("landing", Landing());
        writer.WriteEstimate("inLastPeriod", InLastPeriod());
        writer.WriteObjects("points", Points);
        writer.WriteObjects("candidates", Candidates);
        writer.WriteObjects("findings", Findings);
        writer.WriteInLanguages("text", Languages, ToText);
    }

    private static readonly string[] Languages = ["en", "da"];
}

using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class MeasureHistory : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("measure", Measure);
        writer.WriteEnum("grain", Grain);
        writer.WriteInstant("asOf", AsOf);
        writer.WriteInstant("knownUntil", KnownUntil);
        writer.WriteBoolean("addsUp", AddsUp);
        if (Ratio is not null)
        {
            writer.WriteString("numerator", Ratio.Numerator.Id);
            writer.WriteString("denominator", Ratio.Denominator.Id);
        }

        writer.WriteObjects("points", Points);
        writer.WriteObjects("findings", Findings);
    }
}

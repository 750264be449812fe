using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class Target : IJsonObject
{
    // The kind, and what goals of that kind have.
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteEnum("kind", Kind);
        WriteIfStated("value", Value);
        WriteIfStated("upper", Upper);
        WriteIfStated("step", Step);
        if (Baseline is not null)
        {
            writer.WriteObject("baseline", Baseline);
        }

        if (Milestones.Count > 0)
        {
            writer.WriteObjects("milestones", Milestones);
        }

        void WriteIfStated(string name, Quantity? quantity)
        {
            if (quantity is { } stated)
            {
                writer.WriteObject(name, stated);
            }
        }
    }
}

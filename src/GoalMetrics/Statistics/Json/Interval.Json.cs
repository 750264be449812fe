using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

public readonly partial struct Interval : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        if (IsDefined)
        {
            writer.WriteNumber("estimate", Estimate);
            writer.WriteNumber("lower", Lower);
            writer.WriteNumber("upper", Upper);
        }
        else
        {
            writer.WriteNull("estimate");
            writer.WriteEnum("reason", Reason.Value);
            writer.WriteString("cause", Cause);
        }

        writer.WriteUnit("unit", Unit);
        writer.WriteNumber("level", Level);
        writer.WriteNumber("n", N);
        writer.WriteEnum("method", Method);
    }
}

using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class Scorecard : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteInstant("asOf", AsOf);
        writer.WriteObject("vision", Strategy.Vision);
        writer.WriteObject("mission", Strategy.Mission);
        writer.WriteObjects("businessGoals", BusinessGoals);
        writer.WriteObjects("goals", Goals);
        writer.WriteObjects("kpis", Kpis);
        writer.WriteObjects("performanceIndicators", PerformanceIndicators);
        writer.WriteObjects("findings", Findings);
    }
}

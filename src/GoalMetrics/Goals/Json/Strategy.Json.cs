using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

// What a page about a strategy shows: who serves what, and how often each measure is read; not how measures are computed.
public sealed partial class Strategy : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("vision", Vision);
        writer.WriteObject("mission", Mission);
        writer.WriteObjects("businessGoals", BusinessGoals);
        writer.WriteObjects("goals", Goals);
        writer.WriteObjects("kpis", Kpis.Select(kpi => new Line(kpi)));
        writer.WriteObjects("performanceIndicators", AllPerformanceIndicators.Select(indicator => new Line(indicator)));
        writer.WriteObjects("metrics", AllMetrics);
    }

    private readonly struct Line(NamedMeasure measure) : IJsonObject
    {
        public void WriteProperties(Utf8JsonWriter writer)
        {
            measure.WriteProperties(writer, measure.Unit);
            if (measure is PerformanceIndicator indicator)
            {
                writer.WriteEnum("readEvery", indicator.ReadEvery);
            }
            else if (measure is Kpi kpi)
            {
                writer.WriteEnum("readEvery", kpi.ReadEvery);
                writer.WriteTexts("serves", kpi.BusinessGoals);
                writer.WriteTexts("drivenBy", kpi.Drivers.Select(driver => driver.Id));
                writer.WriteTexts("shownBy", kpi.Breakdown);
            }
        }
    }
}

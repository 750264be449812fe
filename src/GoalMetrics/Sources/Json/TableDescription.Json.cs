using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class TableDescription : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("table", Schema.Name);
        writer.WriteInterval("coverage", Coverage);
        writer.WriteInstant("latestFact", LatestFact);
        writer.WriteDuration("settling", Settling);
        writer.WriteNumber("refusedRows", RefusedRows);
        writer.WriteEnum("keptGrain", KeptGrain);
        writer.WriteTexts("breakdowns", Breakdowns);
    }
}

using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class RefusedMeasurement : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("meter", Meter);
        writer.WriteString("instrument", Instrument);
        writer.WriteString("table", Table);
        writer.WriteString("column", Column);
        writer.WriteString("found", Found);
        writer.WriteString("expected", Expected);
    }
}

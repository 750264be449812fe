using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class RefusedRow : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("table", Table);
        writer.WriteNumber("rowNumber", RowNumber);
        writer.WriteString("column", Column);
        writer.WriteString("found", Found);
        writer.WriteString("expected", Expected);
    }
}

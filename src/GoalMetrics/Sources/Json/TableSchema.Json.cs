using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class TableSchema : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("name", Name);
        writer.WriteEnum("time", Time);
        writer.WriteObjects("dimensions", Dimensions);
        writer.WriteObjects("columns", Columns);
        writer.WriteEnum("factGrain", FactGrain);
        writer.WriteString("order", Order);
    }
}

using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class FactColumn : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("name", Name);
        writer.WriteUnit("unit", Unit);
        writer.WriteString("currencyDimension", CurrencyDimension);
        writer.WriteEnum("countedPer", CountedPer);
        writer.WriteBoolean("isBalance", IsBalance);
    }
}

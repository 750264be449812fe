using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class FactDimension : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("name", Name);
        writer.WriteEnum("kind", Kind);
        writer.WriteTexts("order", Order);
    }
}

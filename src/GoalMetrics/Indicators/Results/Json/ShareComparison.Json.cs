using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class ShareComparison : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("from", From);
        writer.WriteObject("to", To);
        writer.WriteObject("difference", Difference);
        writer.WriteEnum("method", Test.Method);
        if (Test.PValue.IsDefined)
        {
            writer.WriteNumber("pValue", Test.PValue.Value);
        }

        writer.WriteBoolean("isMoreThanNoise", IsMoreThanNoise);
        writer.WriteBoolean("restsOnFew", RestsOnFew);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<Decomposition>))]
public sealed partial class Decomposition : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteEnum("form", Form);
        writer.WriteNumbers("periods", Periods.Select(period => (double)period));
        if (!IsDefined)
        {
            writer.WriteEnum("reason", Reason);
        }

        writer.WriteNumbers("trend", Trend);
        writer.WriteStartArray("seasonals");
        foreach (var seasonal in Seasonals)
        {
            writer.WriteNumbers(seasonal);
        }

        writer.WriteEndArray();
        writer.WriteNumbers("remainder", Remainder);
        writer.WriteNumbers("seasonallyAdjusted", SeasonallyAdjusted);
    }
}

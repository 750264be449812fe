using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<Forecast>))]
public sealed partial class Forecast : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteEnum("method", Method);
        writer.WriteNumber("n", N);
        if (!IsDefined)
        {
            writer.WriteEnum("reason", Reason);
        }

        // A thousand paths are many times what a reader asks for: their intervals stand for them.
        writer.WriteNumbers("points", Points);
        writer.WriteObjects("intervals", Points.Select((_, step) => PointInterval(step + 1)));
        writer.WriteObject("sumInterval", SumInterval());
        writer.WriteObject("parameters", Parameters);
    }
}

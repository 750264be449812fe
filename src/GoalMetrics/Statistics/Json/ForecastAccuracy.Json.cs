using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<ForecastAccuracy>))]
public sealed partial class ForecastAccuracy : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("meanError", MeanError);
        writer.WriteObject("rootMeanSquaredError", RootMeanSquaredError);
        writer.WriteObject("meanAbsoluteError", MeanAbsoluteError);
        writer.WriteObject("meanAbsolutePercentageError", MeanAbsolutePercentageError);
        writer.WriteObject("symmetricPercentageError", SymmetricPercentageError);
        writer.WriteObject("meanAbsoluteScaledError", MeanAbsoluteScaledError);
    }
}

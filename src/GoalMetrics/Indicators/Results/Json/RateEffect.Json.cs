using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class RateEffect : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("change", Change);
        writer.WriteObject("atConstantRates", AtConstantRates);
        writer.WriteObject("ofRates", OfRates);
    }
}

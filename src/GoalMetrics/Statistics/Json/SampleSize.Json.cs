using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

[JsonConverter(typeof(ResultConverter<SampleSize>))]
public sealed partial class SampleSize : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteNumber("perGroup", PerGroup);
        writer.WriteObject("exact", Exact);
        writer.WriteNumber("power", Power);
        writer.WriteNumber("significance", Significance);
    }
}

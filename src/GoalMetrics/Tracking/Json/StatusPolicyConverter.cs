using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>
/// Writes a <see cref="StatusPolicy"/> and reads it back: <c>{"onTrackFrom":1,"atRiskFrom":0.9,"hysteresis":0.02}</c>. What is left out
/// has its default.
/// </summary>
/// <remarks>The type carries it itself: there is nothing to register. Names are read in any letter case.</remarks>
public sealed class StatusPolicyConverter : JsonConverter<StatusPolicy>
{
    private const string Expected = "a status policy such as {\"onTrackFrom\":1,\"atRiskFrom\":0.9,\"hysteresis\":0.02}";

    /// <summary>Reads a policy.</summary>
    /// <exception cref="JsonException">A threshold is none, or the JSON has another property.</exception>
    public override StatusPolicy Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var read = JsonReading.ReadObject(ref reader, Expected);
        return JsonReading.Made(() => read.EnumerateObject().Aggregate(StatusPolicy.Default, With));
    }

    /// <summary>Writes a policy.</summary>
    public override void Write(Utf8JsonWriter writer, StatusPolicy value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteNumber("onTrackFrom", value.OnTrackFrom);
        writer.WriteNumber("atRiskFrom", value.AtRiskFrom);
        writer.WriteNumber("hysteresis", value.Hysteresis);
        writer.WriteEndObject();
    }

    private static StatusPolicy With(StatusPolicy policy, JsonProperty property) => property.Name.ToUpperInvariant() switch
    {
        "ONTRACKFROM" => policy with { OnTrackFrom = property.Value.Amount("a pace, such as 1") },
        "ATRISKFROM" => policy with { AtRiskFrom = property.Value.Amount("a pace, such as 0.9") },
        "HYSTERESIS" => policy with { Hysteresis = property.Value.Amount("a part of a pace, such as 0.02") },
        _ => throw new JsonException($"Expected {Expected}; found \"{Shown.Clip(property.Name)}\"."),
    };
}

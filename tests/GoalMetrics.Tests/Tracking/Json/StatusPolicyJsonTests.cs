using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Tests.Tracking.Json;

/// <summary>Read by code that the compiler generates, as applications that are compiled ahead of time do.</summary>
public sealed partial class StatusPolicyJsonTests
{
    [Fact]
    public void Read_WithoutThresholds_HasTheDefaults()
    {
        Read("{}").Should().Be(StatusPolicy.Default);
        Read("""{"atRiskFrom":0.8}""").Should().Be(new StatusPolicy { AtRiskFrom = 0.8m });
        Read("""{"OnTrackFrom":0.95,"Hysteresis":0}""").Should().Be(new StatusPolicy { OnTrackFrom = 0.95m, Hysteresis = 0m });
    }

    [Fact]
    public void Write_Policy_ReadsBack()
    {
        var policy = new StatusPolicy { OnTrackFrom = 0.98m, AtRiskFrom = 0.85m, Hysteresis = 0.01m };
        var json = JsonSerializer.Serialize(policy, Settings.Default.StatusPolicy);
        json.Should().Be("""{"onTrackFrom":0.98,"atRiskFrom":0.85,"hysteresis":0.01}""");
        Read(json).Should().Be(policy);
    }

    [Theory]
    [InlineData(
        """{"onTrack":1}""",
        "Expected a status policy such as {\"onTrackFrom\":1,\"atRiskFrom\":0.9,\"hysteresis\":0.02}; found \"onTrack\".")]
    [InlineData("""{"onTrackFrom":"1"}""", "Expected a pace, such as 1; found \"1\".")]
    [InlineData("""{"onTrackFrom":0}""", "Expected a pace above 0. (Parameter 'OnTrackFrom')*")]
    public void Read_WhatIsNone_IsRefused(string json, string message) =>
        FluentActions.Invoking(() => Read(json)).Should().Throw<JsonException>().WithMessage(message);

    private static StatusPolicy? Read(string json) => JsonSerializer.Deserialize(json, Settings.Default.StatusPolicy);

    [JsonSerializable(typeof(StatusPolicy))]
    private sealed partial class Settings : JsonSerializerContext;
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GoalMetrics.Tests;

internal static class JsonAssertions
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What a web API writes of a value.</summary>
    public static JsonNode AsJson(this object value) =>
        JsonSerializer.SerializeToNode(value, value.GetType(), Web)!;

    /// <summary>The same properties with the same values in the same order, figure by figure, however it is set on lines.</summary>
    public static void ShouldBeJson(this JsonNode? actual, string expected) =>
        actual!.ToJsonString(Readable).Should().Be(JsonNode.Parse(expected)!.ToJsonString(Readable));
}

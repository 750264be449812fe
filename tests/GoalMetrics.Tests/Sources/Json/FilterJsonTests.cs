using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Tests.Sources.Json;

/// <summary>Also by code that the compiler generates, as applications that are compiled ahead of time write it.</summary>
public sealed partial class FilterJsonTests
{
    private static readonly Filter Some = Filter.In("market", "DK", null) & !Filter.Compare("revenue", Comparison.Greater, 100m);

    [Fact]
    public void Write_Filter_IsItsText()
    {
        const string Json = """{"text":"(market in (DK, null) and not revenue Greater 100)"}""";
        JsonSerializer.Serialize(Some, Words.Default.Filter).Should().Be(Json);
        JsonSerializer.Serialize(Some, Words.Default.Options).Should().Be(Json);
        JsonSerializer.Serialize<object>(Some).Should().Be(Json);
    }

    public static TheoryData<Filter, string> Kinds => new()
    {
        { Filter.Equal("market", "DK"), "market in (DK)" },
        { Filter.NoValue("revenue"), "no revenue" },
        { Filter.Equal("a", "1") | Filter.Equal("b", "2"), "(a in (1) or b in (2))" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_EachKind_IsItsText(Filter filter, string text) =>
        JsonSerializer.Serialize<object>(filter).Should().Be($$"""{"text":"{{text}}"}""");

    [Fact]
    public void Read_Filter_IsRefused() => FluentActions.Invoking(() => JsonSerializer.Deserialize("{}", Words.Default.Filter))
        .Should().Throw<NotSupportedException>().WithMessage(
            "Filter is a result: it is written as JSON and not read back. Read the JSON into a type of your own.*");

    [JsonSerializable(typeof(Filter))]
    private sealed partial class Words : JsonSerializerContext;
}

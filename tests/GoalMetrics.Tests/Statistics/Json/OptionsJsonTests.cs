using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Json;

/// <summary>Read by code that the compiler generates, which gives 0 and null to what is left out unless the type says otherwise.</summary>
public sealed partial class OptionsJsonTests
{
    [Fact]
    public void Read_NothingStated_HasTheDefaults()
    {
        var forecast = Forecast("{}");
        (forecast.Paths, forecast.Seed, forecast.Given.Alpha).Should().Be((1_000, 1L, null));
        var stl = Stl("""{"seasonalWindow":null}""");
        (stl.SeasonalWindow, stl.TrendWindow, stl.RobustIterations).Should().Be((null, null, 15));
    }

    [Fact]
    public void Read_InAnyLetterCase_IsTheSame()
    {
        var forecast = Forecast("""{"Paths":500,"SEED":-7,"given":{"Alpha":0.3,"season":[1,-1]}}""");
        (forecast.Paths, forecast.Seed, forecast.Given.Alpha).Should().Be((500, -7L, 0.3));
        forecast.Given.Season.Should().Equal(1d, -1d);
        Stl("""{"RobustIterations":0,"TrendWindow":21}""").TrendWindow.Should().Be(21);
        Stl("""{"RobustIterations":0}""").RobustIterations.Should().Be(0);
    }

    [Fact]
    public void Write_Options_ReadBack()
    {
        var forecast = """
            {"paths":2000,"seed":3,"given":{"alpha":0.3,"beta":0.1,"gamma":0.2,"phi":0.9,"level":5,"trend":-1,"season":[1,-1]}}
            """;
        JsonSerializer.Serialize(Forecast(forecast), Options.Default.ForecastOptions).Should().Be(forecast.Trim());
        var stl = """{"seasonalWindow":13,"trendWindow":21,"robustIterations":2}""";
        JsonSerializer.Serialize(Stl(stl), Options.Default.StlOptions).Should().Be(stl);
        JsonSerializer.Serialize(new SmoothingParameters(), Options.Default.SmoothingParameters).Should().Be(
            """{"alpha":null,"beta":null,"gamma":null,"phi":null,"level":null,"trend":null,"season":null}""");
    }

    [Theory]
    [InlineData("""{"paths":10}""", "Expected a number from 100 to 100000; found 10. (Parameter 'Paths')*")]
    [InlineData("""{"paths":"10"}""", "Expected a whole number as \"paths\"; found \"10\".")]
    [InlineData("""{"path":10}""", "Expected options such as {\"paths\":1000,\"seed\":1}; found \"path\".*")]
    [InlineData("""{"given":{"alpha":2}}""", "Expected a number from 0 to 1; found 2. (Parameter 'Alpha')*")]
    [InlineData("""{"given":{"season":1}}""", "Expected a list of numbers as \"season\"; found 1.")]
    [InlineData("[]", "Expected options such as {\"paths\":1000,\"seed\":1}; found [].")]
    public void Read_WrongForecastOptions_AreRefused(string json, string message) =>
        FluentActions.Invoking(() => Forecast(json)).Should().Throw<JsonException>().WithMessage(message);

    [Fact]
    public void Read_WrongStlOptions_AreRefused() => FluentActions.Invoking(() => Stl("""{"seasonalWindow":8}""")).Should()
        .Throw<JsonException>().WithMessage("Expected an odd number of at least 7; found 8. (Parameter 'SeasonalWindow')*");

    private static ForecastOptions Forecast(string json) => JsonSerializer.Deserialize(json, Options.Default.ForecastOptions)!;

    private static StlOptions Stl(string json) => JsonSerializer.Deserialize(json, Options.Default.StlOptions)!;

    [JsonSerializable(typeof(ForecastOptions))]
    [JsonSerializable(typeof(StlOptions))]
    [JsonSerializable(typeof(SmoothingParameters))]
    private sealed partial class Options : JsonSerializerContext;
}

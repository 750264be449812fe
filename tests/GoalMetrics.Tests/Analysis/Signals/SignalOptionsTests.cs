using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Statistics;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace GoalMetrics.Tests.Analysis.Signals;

/// <summary>As they come from a file of settings: JSON by code that the compiler generates, and an application's configuration.</summary>
public sealed partial class SignalOptionsTests
{
    [Fact]
    public void Read_NothingStated_HasTheDefaults()
    {
        var options = Read("{}");

        (options.Grain, options.From, options.Where, options.Baseline, options.Rules).Should().Be((null, null, null, null, null));
        options.Shifts.Should().BeEmpty();
        Enum.GetValues<ChartRule>().Should().OnlyContain(rule => options.Has(rule));
    }

    [Fact]
    public void Write_Options_ReadBack()
    {
        const string json =
            """{"grain":"week","from":"2026-01-01","where":null,"baseline":60,"shifts":["""
            + """{"from":"2026-06-01","why":"a new checkout","measures":[]}],"rules":["beyondLimit"]}""";
        var options = Read(json);

        (options.Grain, options.From, options.Baseline).Should().Be((Grain.Week, new LocalDate(2026, 1, 1), 60));
        (options.Shifts[0].From, options.Shifts[0].Why, options.Shifts[0].Measures.Count).Should()
            .Be((new LocalDate(2026, 6, 1), "a new checkout", 0));
        options.Rules.Should().Equal(ChartRule.BeyondLimit);
        JsonSerializer.Serialize(options, SignalSettings.Default.SignalOptions).Should().Be(json);
        Read("""{"rules":[]}""").Has(ChartRule.BeyondLimit).Should().BeFalse();
    }

    [Fact]
    public void Write_FilterAndMeasures_AreWrittenAndNotRead()
    {
        var visits = Metric.Count("visits", TableSchema.Named("site", FactTime.Date));
        var ofVisits = new SignalOptions { Shifts = [new(new(2026, 6, 1), "a new site", [visits])] };
        var filtered = new SignalOptions { Where = Filter.Equal("market", "DK") };

        ofVisits.AsJson()["shifts"]![0].ShouldBeJson("""{ "from": "2026-06-01", "why": "a new site", "measures": ["visits"] }""");
        Refused(JsonSerializer.Serialize(ofVisits)).Should().StartWith(
            "Expected a shift without \"measures\", which are stated in the program; found {\"from\":\"2026-06-01\"");
        Refused(JsonSerializer.Serialize(filtered)).Should().StartWith("Expected no \"where\", which is stated in the program; found {");
    }

    [Theory]
    [InlineData("""{"baseline":3}""", "Expected at least 6 periods.*")]
    [InlineData("""{"grain":"Day"}""", "Expected one of \"hour\", \"day\", *; found \"Day\".")]
    [InlineData("""{"from":"1 May"}""", "Expected a date such as \"2027-03-31\"; found *1 May*.")]
    [InlineData("""{"shifts":[{"date":"2026-06-01"}]}""", "Expected a shift such as *; found \"date\".*")]
    [InlineData("""{"shifts":[{"from":"2026-06-01"}]}""", "Expected a shift such as *; found {\"from\":\"2026-06-01\"}.")]
    [InlineData("""{"shifts":[{"from":"2026-06-01","why":" "}]}""", "*why*")]
    [InlineData("""{"grain":"Week"}""", "Expected one of \"hour\", \"day\", \"week\", *; found \"Week\".")]
    [InlineData("""{"rule":[]}""", "Expected options such as *; found \"rule\".*")]
    public void Read_WrongOptions_AreRefused(string json, string message) => Refused(json).Should().Match(message);

    [Fact]
    public void Get_FromConfiguration_IsWhatItSays()
    {
        var options = Configured(
            ("Grain", "Week"), ("From", "2026-01-01"), ("Baseline", "60"), ("Rules:0", "BeyondLimit"), ("Rules:1", "EightOnOneSide"),
            ("Shifts:0:From", "2026-06-01"), ("Shifts:0:Why", "a new checkout"));

        (options.Grain, options.From, options.Baseline).Should().Be((Grain.Week, new LocalDate(2026, 1, 1), 60));
        options.Rules.Should().Equal(ChartRule.BeyondLimit, ChartRule.EightOnOneSide);
        var shift = options.Shifts.Should().ContainSingle().Which;
        (shift.From, shift.Why, shift.Measures.Count).Should().Be((new LocalDate(2026, 6, 1), "a new checkout", 0));
        Configured(("Baseline", "60")).Rules.Should().BeNull();
        Configured(("Grain", "week")).Grain.Should().Be(Grain.Week);
    }

    [Fact]
    public void Get_WhatConfigurationMisspells_IsRefusedWhereAsked()
    {
        FluentActions.Invoking(() => Configured(("Shifts:0:Date", "2026-06-01"), ("Shifts:0:Why", "a new checkout")))
            .Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => Configured(("Rule:0", "BeyondLimit"))).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => Configured(("Baseline", "3"))).Should().Throw<Exception>();
    }

    private static SignalOptions Configured(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Signals:{setting.Key}", setting.Value)))
        .Build()
        .GetSection("Signals")
        .Get<SignalOptions>(binder => binder.ErrorOnUnknownConfiguration = true)!;

    private static string Refused(string json) =>
        FluentActions.Invoking(() => Read(json)).Should().Throw<JsonException>().Which.Message;

    private static SignalOptions Read(string json) => JsonSerializer.Deserialize(json, SignalSettings.Default.SignalOptions)!;

    [JsonSerializable(typeof(SignalOptions))]
    private sealed partial class SignalSettings : JsonSerializerContext;
}

using System.Text.Json;
using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Json;

public sealed class StatisticJsonTests
{
    [Theory]
    [InlineData(0.035, """{"value":0.035}""")]
    [InlineData(-1e-300, """{"value":-1E-300}""")]
    [InlineData(double.MaxValue, """{"value":1.7976931348623157E+308}""")]
    public void Write_ANumber_ReadsBackToTheLastDigit(double value, string json)
    {
        JsonSerializer.Serialize(new Statistic(value)).Should().Be(json);
        JsonSerializer.Deserialize<Statistic>(json).Value.Should().Be(value);
    }

    [Fact]
    public void Write_Undefined_HasReasonAndCauseAndReadsBack()
    {
        var pValue = Proportion.FisherExactTest(0, 0, 0, 5).PValue;
        pValue.AsJson().ShouldBeJson("""{"value":null,"reason":"zeroDenominator","cause":"trials"}""");
        JsonSerializer.Deserialize<Statistic>(JsonSerializer.Serialize(pValue)).Should().Be(pValue);

        var unknown = Statistic.Undefined(UndefinedReason.Overflow);
        unknown.AsJson().ShouldBeJson("""{"value":null,"reason":"overflow"}""");
        JsonSerializer.Deserialize<Statistic>("""{"reason":"overflow"}""").Should().Be(unknown);
    }

    [Theory]
    [InlineData("0.5", "Expected a statistic such as {\"value\":0.035}; found 0.5.")]
    [InlineData("""{"value":null}""", "Expected \"reason\", where there is no value; found {\"value\":null}.")]
    [InlineData("""{"value":"1"}""", "Expected a finite number as \"value\"; found \"1\".")]
    [InlineData("""{"value":1e999}""", "Expected a finite number as \"value\"; found 1e999.")]
    [InlineData(
        """{"value":1,"reason":"noData"}""",
        "Expected a value, or a reason why there is none; found {\"value\":1,\"reason\":\"noData\"}.")]
    public void Read_WhatIsNone_IsRefused(string json, string message) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Statistic>(json)).Should().Throw<JsonException>().WithMessage(message);
}

using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Quantities.Json;

public sealed class QuantityJsonTests
{
    private static readonly Gen<Unit> Units = Gen.OneOfConst(
        Unit.Ratio, Unit.PercentagePoint, Unit.Count(), Unit.Count("order"), Unit.Money("DKK"), Unit.Duration(DurationUnit.Week),
        Unit.Score(-100, 100), Unit.Money("DKK").Per("order"), Unit.Count("unit").Per("order"));

    private static readonly Gen<Quantity> Any = Gen.OneOf(
        Gen.Select(Gen.Decimal, Units, (amount, unit) => new Quantity(amount, unit)),
        Gen.Select(
            Gen.OneOfConst(Enum.GetValues<UndefinedReason>()),
            Gen.OneOfConst<string?>(null, "", "visitors", "several roots (0.1, 0.2)"),
            Units.Null(),
            (reason, cause, unit) => Quantity.Undefined(reason, cause, unit)));

    private static readonly JsonSerializerOptions Loud = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static TheoryData<Quantity, string> Literals => new()
    {
        { Quantity.Ratio(0.035m), """{"amount":0.035,"unit":"ratio"}""" },
        { Money.Dkk(12_300.50m), """{"amount":12300.50,"unit":"DKK"}""" },
        { Quantity.Count(-3, "order"), """{"amount":-3,"unit":"count of order"}""" },
        { Money.Dkk(240).Per("order"), """{"amount":240,"unit":"DKK per order"}""" },
        {
            Marketing.ConversionRate(0, 0),
            """{"amount":null,"unit":"ratio","reason":"zeroDenominator","cause":"visitors"}"""
        },
        { Quantity.Undefined(UndefinedReason.Overflow), """{"amount":null,"unit":null,"reason":"overflow"}""" },
        { default, """{"amount":null,"unit":null,"reason":"noData"}""" },
        { Quantity.Ratio(decimal.MaxValue), """{"amount":79228162514264337593543950335,"unit":"ratio"}""" },
        { Quantity.Ratio(0.0000000000000000000000000001m), """{"amount":0.0000000000000000000000000001,"unit":"ratio"}""" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void Write_Quantity_IsTheLiteral(Quantity quantity, string json)
    {
        JsonSerializer.Serialize(quantity).Should().Be(json);
        JsonSerializer.Deserialize<Quantity>(json).Equals(quantity).Should().BeTrue();
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSameToTheLastZero() => Any.Sample(
        quantity =>
        {
            var read = JsonSerializer.Deserialize<Quantity>(JsonSerializer.Serialize(quantity));
            read.Equals(quantity).Should().BeTrue();
            read.Unit.Should().Be(quantity.Unit);
            (read.AmountOrNull?.Scale).Should().Be(quantity.AmountOrNull?.Scale);
        },
        iter: 2_000);

    [Fact]
    public void Write_WebOptionsAndOthers_IsTheSame()
    {
        JsonSerializer.Serialize(new { Rate = Quantity.Ratio(0.1m) }, Loud).Should().Be("""{"RATE":{"amount":0.1,"unit":"ratio"}}""");
        JsonSerializer.Serialize(default(Quantity), Loud).Should().Be("""{"amount":null,"unit":null,"reason":"noData"}""");
    }

    [Theory]
    [InlineData("null", "Expected a quantity such as {\"amount\":0.035,\"unit\":\"ratio\"}; found null.")]
    [InlineData("0.035", "Expected a quantity such as {\"amount\":0.035,\"unit\":\"ratio\"}; found 0.035.")]
    [InlineData("{}", "Expected \"reason\", where there is no amount; found {}.")]
    [InlineData("""{"amount":1}""", "Expected a \"unit\" beside the amount; found {\"amount\":1}.")]
    [InlineData("""{"amount":"1","unit":"ratio"}""", "Expected a number that fits a decimal as \"amount\"; found \"1\".")]
    [InlineData("""{"amount":1e40,"unit":"ratio"}""", "Expected a number that fits a decimal as \"amount\"; found 1e40.")]
    [InlineData("""{"amount":1,"unit":{}}""", "Expected the text of a unit; found {}.")]
    [InlineData(
        """{"amount":null,"unit":"DKK"}""",
        "Expected \"reason\", where there is no amount; found {\"amount\":null,\"unit\":\"DKK\"}.")]
    [InlineData(
        """{"amount":null,"reason":"NoData"}""",
        "Expected one of \"noData\", \"zeroDenominator\", \"immature\", \"insufficientData\", \"outOfDomain\", \"overflow\", "
        + "\"notAdditive\"; found \"NoData\".")]
    [InlineData(
        """{"amount":1,"unit":"DKK","reason":"noData"}""",
        "Expected an amount, or a reason why there is none; found {\"amount\":1,\"unit\":\"DKK\",\"reason\":\"noData\"}.")]
    public void Read_NoQuantity_SaysWhatIsExpected(string json, string message) =>
        Messages.Of<JsonException>(() => JsonSerializer.Deserialize<Quantity>(json)).Should().Be(message);

    [Fact]
    public void Read_WithinAnother_SaysWhere()
    {
        var refused = Assert.Throws<JsonException>(
            () => JsonSerializer.Deserialize<Dictionary<string, Quantity>>("""{"a":{"amount":1,"unit":"ratio"},"b":7}"""));

        refused.Path.Should().Be("$.b");
    }

    [Fact]
    public void Write_ChangeAndRates_AreObjects()
    {
        JsonSerializer.Serialize(Change.Between(Quantity.Ratio(0.04m), Quantity.Ratio(0.03m))).Should().Be(
            """
            {"from":{"amount":0.04,"unit":"ratio"},"to":{"amount":0.03,"unit":"ratio"},
            "absolute":{"amount":-0.01,"unit":"percentage points"},"relative":{"amount":-0.25,"unit":"ratio"}}
            """.ReplaceLineEndings(""));
        var rate = new ExchangeRate("EUR", "DKK", 7.460m, new LocalDate(2026, 11, 23));
        const string Json = """{"from":"EUR","to":"DKK","rate":7.460,"date":"2026-11-23"}""";
        JsonSerializer.Serialize(rate).Should().Be(Json);
        JsonSerializer.Deserialize<ExchangeRate>(Json).Should().Be(rate);
    }

    [Fact]
    public void Read_Currency_IsTheOneOfTheCode()
    {
        JsonSerializer.Serialize(Currency.Of("DKK")).Should().Be("\"DKK\"");
        JsonSerializer.Deserialize<Currency>("\"DKK\"").Should().BeSameAs(Currency.Of("DKK"));
        Messages.Of<JsonException>(() => JsonSerializer.Deserialize<Currency>("\"DKR\"")).Should().StartWith(
            "Unknown currency 'DKR': expected an ISO 4217 code in capital letters, such as DKK or EUR.");
    }

    [Fact]
    public void Read_Result_IsRefused() =>
        Messages.Of<NotSupportedException>(() => JsonSerializer.Deserialize<Change>("{}")).Should().StartWith(
            "Change is a result: it is written as JSON and not read back. Read the JSON into a type of your own.");
}

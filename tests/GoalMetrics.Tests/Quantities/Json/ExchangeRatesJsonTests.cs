using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace GoalMetrics.Tests.Quantities.Json;

public sealed class ExchangeRatesJsonTests
{
    private static readonly LocalDate Friday = new(2026, 11, 20);

    private static readonly ExchangeRates Rates = ExchangeRates.From(
    [
        new("EUR", "USD", 1.0500m, Friday.PlusDays(3)), new("EUR", "USD", 1.04m, Friday), new("GBP", "EUR", 1.2m, Friday),
    ]).LastKnownWithin(7);

    private const string Json = """
        {"base":"EUR","knownForDays":7,"rates":[
        {"from":"GBP","to":"EUR","rate":1.2,"date":"2026-11-20"},
        {"from":"EUR","to":"USD","rate":1.04,"date":"2026-11-20"},
        {"from":"EUR","to":"USD","rate":1.0500,"date":"2026-11-23"}]}
        """;

    [Fact]
    public void Write_IsTheQuotedRates_InTheirOrder() => JsonSerializer.Serialize(Rates).Should().Be(Json.ReplaceLineEndings(""));

    [Fact]
    public void Read_WhatWasWritten_IsTheSameTable()
    {
        var read = JsonSerializer.Deserialize<ExchangeRates>(Json)!;

        (read.Base, read.KnownForDays).Should().Be((Currency.Of("EUR"), 7));
        read.Rates.Should().Equal(Rates.Rates);
        JsonSerializer.Serialize(read).Should().Be(JsonSerializer.Serialize(Rates));
        read.RateOn("GBP", "USD", Friday.PlusDays(2)).Should().Be(Rates.RateOn("GBP", "USD", Friday.PlusDays(2))).And.Be(1.248m);
        read.Convert(Money.Usd(10.5m), "EUR", Friday.PlusDays(3)).Should().Be(Rates.Convert(Money.Usd(10.5m), "EUR", Friday.PlusDays(3)));
    }

    [Theory] // Of one pair, either may be the base.
    [InlineData("EUR")]
    [InlineData("DKK")]
    public void Read_OnePair_KeepsItsBase(string code)
    {
        var json = $$"""{"base":"{{code}}","knownForDays":0,"rates":[{"from":"EUR","to":"DKK","rate":7.46,"date":"2026-11-20"}]}""";
        var read = JsonSerializer.Deserialize<ExchangeRates>(json)!;

        read.Base.Code.Should().Be(code);
        JsonSerializer.Serialize(read).Should().Be(json);
        read.RateOn("EUR", "DKK", Friday).Should().Be(7.46m);
    }

    [Fact]
    public void Read_WithoutDays_HoldsForItsOwnDay() => JsonSerializer.Deserialize<ExchangeRates>(
        """{"rates":[{"from":"EUR","to":"DKK","rate":7.46,"date":"2026-11-20"}],"base":"EUR"}""")!.KnownForDays.Should().Be(0);

    [Fact]
    public void Read_UnderAnotherCulture_IsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            JsonSerializer.Serialize(JsonSerializer.Deserialize<ExchangeRates>(Json)).Should().Be(Json.ReplaceLineEndings(""));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("[]", "Expected exchange rates such as *; found [].")]
    [InlineData("""{"rates":[]}""", "Expected \"base\", the code of a currency; found*")]
    [InlineData("""{"base":"EUR"}""", "Expected \"rates\", a list of exchange rates; found*")]
    [InlineData("""{"base":"EUR","rates":[]}""", "Expected at least one rate; found none.*")]
    [InlineData("""{"base":"EUR","rates":[7]}""", "Expected an exchange rate; found 7.")]
    [InlineData(
        """{"base":"EUR","known":7,"rates":[]}""", "Expected no more than \"base\", \"knownForDays\", \"rates\"; found \"known\".*")]
    [InlineData(
        """{"base":"USD","rates":[{"from":"EUR","to":"DKK","rate":7.46,"date":"2026-11-20"}]}""",
        "Expected rates of USD, the base, against others; found *EUR*DKK*.*")]
    [InlineData(
        """{"base":"EUR","knownForDays":400,"rates":[{"from":"EUR","to":"DKK","rate":7.46,"date":"2026-11-20"}]}""",
        "Expected 0 to 366 days; found 400.*")]
    [InlineData(
        """
        {"base":"EUR","rates":[
        {"from":"EUR","to":"DKK","rate":1,"date":"2026-11-20"},{"from":"EUR","to":"DKK","rate":2,"date":"2026-11-20"}]}
        """,
        "Expected one rate for a day; found *. Leave one of them out.*")]
    public void Read_WhatIsNoTable_IsRefused(string json, string message) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<ExchangeRates>(json)).Should().Throw<JsonException>().WithMessage(message);

    [Fact]
    public void Read_Null_IsNull() => JsonSerializer.Deserialize<ExchangeRates>("null").Should().BeNull();
}

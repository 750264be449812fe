using NodaTime;

namespace GoalMetrics.Tests.Quantities;

public sealed class ExchangeRatesTests
{
    // The reference rates of the European Central Bank (eurofxref-hist.csv): a Thursday, a Friday and the Monday after.
    private static readonly ExchangeRate[] Euro =
    [
        new("EUR", "USD", 1.0872m, new(2024, 3, 18)),
        new("EUR", "USD", 1.0890m, new(2024, 3, 15)),
        new("EUR", "USD", 1.0925m, new(2024, 3, 14)),
        new("EUR", "DKK", 7.4564m, new(2024, 3, 18)),
        new("EUR", "DKK", 7.4570m, new(2024, 3, 15)),
        new("EUR", "DKK", 7.4566m, new(2024, 3, 14)),
        new("EUR", "GBP", 0.85445m, new(2024, 3, 18)),
        new("EUR", "GBP", 0.85458m, new(2024, 3, 15)),
        new("EUR", "GBP", 0.85485m, new(2024, 3, 14)),
    ];

    private static readonly LocalDate Thursday = new(2024, 3, 14);
    private static readonly LocalDate Sunday = new(2024, 3, 17);

    [Fact]
    public void RateOn_FromTheBase_IsTheQuotedFigure()
    {
        var rates = ExchangeRates.From(Euro);
        rates.Base.Code.Should().Be("EUR");
        rates.Currencies.Select(currency => currency.Code).Should().Equal("EUR", "DKK", "GBP", "USD");
        rates.RateOn("EUR", "USD", Thursday).Should().Be(1.0925m);
        rates.RateOn("EUR", "DKK", Thursday).Should().Be(7.4566m);
    }

    // 1 / 1.0925 = 0.9153318077803203…; 7.4566 / 1.0925 = 6.8252631578947368… (Python 3 decimal, 30 digits).
    [Fact]
    public void RateOn_InverseAndCross_HasFifteenDigits()
    {
        var rates = ExchangeRates.From(Euro);
        rates.RateOn("USD", "EUR", Thursday).Should().Be(0.915331807780320m);
        rates.RateOn("USD", "DKK", Thursday).Should().Be(6.82526315789474m);
    }

    [Fact]
    public void RateOn_TheSameCurrency_IsOne()
    {
        var rates = ExchangeRates.From(Euro);
        rates.RateOn("DKK", "DKK", new(1999, 1, 1)).Should().Be(1m);
        rates.RateOn("JPY", "JPY", Thursday).Should().Be(1m);
    }

    [Fact]
    public void RateOn_ADayWithout_IsTheLastKnownWithinTheDaysStated()
    {
        var rates = ExchangeRates.From(Euro);
        rates.RateOn("EUR", "USD", Sunday).Should().BeNull();
        rates.LastKnownWithin(1).RateOn("EUR", "USD", Sunday).Should().BeNull("Friday is two days before");
        rates.LastKnownWithin(2).RateOn("EUR", "USD", Sunday).Should().Be(1.0890m);
        rates.LastKnownWithin(7).RateOn("EUR", "USD", new(2024, 3, 18)).Should().Be(1.0872m);
        rates.LastKnownWithin(7).RateOn("EUR", "USD", new(2024, 3, 25)).Should().Be(1.0872m);
        rates.LastKnownWithin(7).RateOn("EUR", "USD", new(2024, 3, 26)).Should().BeNull();
        rates.LastKnownWithin(7).RateOn("EUR", "USD", new(2024, 3, 13)).Should().BeNull("a rate does not hold before its day");
        rates.RateOn("EUR", "JPY", Thursday).Should().BeNull();
    }

    // (1.0925 + 1.0890 + 1.0872) / 3 = 1.0895666…, (7.4566 + 7.4570 + 7.4564) / 3 = 7.4566666…, and the second over the first is
    // 6.8436993300088720… (Python 3 decimal, 30 digits).
    [Fact]
    public void AverageBetween_SomeDays_IsTheMeanOfTheQuotedFigures()
    {
        var rates = ExchangeRates.From(Euro);
        rates.AverageBetween("EUR", "USD", new(2024, 3, 1), new(2024, 4, 1)).Should().Be(1.08956666666667m);
        rates.AverageBetween("USD", "DKK", new(2024, 3, 1), new(2024, 4, 1)).Should().Be(6.84369933000887m);
        rates.AverageBetween("EUR", "USD", new(2024, 3, 14), new(2024, 3, 15)).Should().Be(1.0925m);
        rates.AverageBetween("EUR", "USD", new(2024, 3, 16), new(2024, 3, 18)).Should().BeNull();
        rates.AverageBetween("USD", "USD", new(2024, 3, 16), new(2024, 3, 18)).Should().Be(1m);
    }

    [Fact]
    public void Convert_Money_IsExactAndNamesTheDayThatIsMissing()
    {
        var rates = ExchangeRates.From(Euro).LastKnownWithin(7);
        rates.Convert(Money.Eur(1000.10m), "DKK", Thursday).Should().Be(Money.Dkk(7457.34566m));
        rates.Convert(Money.Eur(100).Per("order"), "USD", Thursday).Should().Be(Money.Usd(109.25m).Per("order"));
        rates.Convert(Money.Eur(100), "USD", new(2024, 3, 1))
            .ShouldBeUndefined(UndefinedReason.InsufficientData, "EUR/USD 2024-03-01");
        rates.Convert(Quantity.Undefined(UndefinedReason.NoData, "sales", Unit.Money("EUR")), "USD", Thursday)
            .Should().Be(Quantity.Undefined(UndefinedReason.NoData, "sales", Unit.Money("USD")));
        Messages.Of<UnitMismatchException>(() => rates.Convert(Quantity.Count(3), "USD", Thursday))
            .Should().Be("Cannot convert count into USD: expected money.");
    }

    // Danmarks Nationalbank and many ledgers state what one dollar costs. 1 / 6.83 = 0.1464128843338213… (Python 3 decimal).
    [Fact]
    public void RateOn_QuotedTheOtherWay_LeadsToTheBase()
    {
        var rates = ExchangeRates.From(
        [
            new("USD", "DKK", 6.83m, Thursday), new("GBP", "DKK", 8.72m, Thursday), new("USD", "DKK", 6.85m, Sunday),
        ]);
        rates.Base.Code.Should().Be("DKK");
        rates.RateOn("USD", "DKK", Thursday).Should().Be(6.83m);
        rates.RateOn("DKK", "USD", Thursday).Should().Be(0.146412884333821m);
        rates.ToString().Should().Be("rates of DKK against 2, 2024-03-14 to 2024-03-17");
    }

    // There and back is what it was, but for the digits that the rates were rounded to.
    [Theory]
    [InlineData("USD", "DKK")]
    [InlineData("DKK", "USD")]
    [InlineData("GBP", "EUR")]
    public void RateOn_ThereAndBack_IsOneToFourteenDigits(string one, string other)
    {
        var rates = ExchangeRates.From(Euro);
        var product = rates.RateOn(one, other, Thursday)!.Value * rates.RateOn(other, one, Thursday)!.Value;
        Math.Round(product, 14).Should().Be(1m);
    }

    [Fact]
    public void From_TheOrderOfRates_DoesNotMatter()
    {
        var (one, other) = (ExchangeRates.From(Euro), ExchangeRates.From(Euro.AsEnumerable().Reverse()));
        foreach (var day in Enumerable.Range(13, 7).Select(day => new LocalDate(2024, 3, day)))
        {
            other.RateOn("USD", "DKK", day).Should().Be(one.RateOn("USD", "DKK", day));
        }
    }

    [Fact]
    public void From_NoRates_IsRefused() =>
        Messages.Of<ArgumentException>(() => ExchangeRates.From([]))
            .Should().Be("Expected at least one rate; found none. (Parameter 'rates')");

    [Fact]
    public void From_TwoRatesOfADay_NamesBoth() =>
        Messages.Of<ArgumentException>(() => ExchangeRates.From([Euro[0], new("EUR", "USD", 1.09m, new(2024, 3, 18))]))
            .Should().Be(
                "Expected one rate for a day; found 1 EUR = 1.0872 USD (2024-03-18) and 1 EUR = 1.09 USD (2024-03-18)."
                + " Leave one of them out. (Parameter 'rates')");

    [Fact]
    public void From_CurrencyQuotedBothWays_NamesBoth() =>
        Messages.Of<ArgumentException>(() => ExchangeRates.From([Euro[0], Euro[3], new("USD", "EUR", 0.92m, new(2024, 3, 19))]))
            .Should().Be(
                "Expected each currency to be quoted one way; found 1 EUR = 1.0872 USD (2024-03-18) and 1 USD = 0.92 EUR (2024-03-19)."
                + " State both the same way. (Parameter 'rates')");

    [Fact]
    public void From_RatesAgainstSeveralCurrencies_NamesTwo() =>
        Messages.Of<ArgumentException>(() => ExchangeRates.From([Euro[0], new("GBP", "DKK", 8.7m, Thursday)]))
            .Should().Be(
                "Expected rates of one currency against others, such as EUR; found 1 EUR = 1.0872 USD (2024-03-18) and"
                + " 1 GBP = 8.7 DKK (2024-03-14), among others. State all rates against one currency: the others are computed."
                + " (Parameter 'rates')");

    [Fact]
    public void From_RateBeyondTheBounds_IsRefused() =>
        Messages.Of<ArgumentException>(() => ExchangeRates.From([new("EUR", "USD", 1e20m, Thursday)]))
            .Should().StartWith("Expected rates from 0.00000000000001 to 100000000000000; found");

    [Fact]
    public void LastKnownWithin_DaysBelowZero_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => ExchangeRates.From(Euro).LastKnownWithin(-1))
            .Should().Be("Expected 0 to 366 days; found -1. (Parameter 'days')");
}

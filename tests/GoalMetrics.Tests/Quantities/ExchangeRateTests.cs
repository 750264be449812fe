using NodaTime;

namespace GoalMetrics.Tests.Quantities;

public sealed class ExchangeRateTests
{
    private static readonly LocalDate Day = new(2026, 11, 23);

    [Fact]
    public void Convert_Money_IsInTheOtherCurrency()
    {
        var rate = new ExchangeRate("EUR", "DKK", 7.46m, Day);
        rate.Convert(Money.Eur(100)).Should().Be(Money.Dkk(746));
        rate.Convert(Money.Eur(-0.5m)).Should().Be(Money.Dkk(-3.73m));
        rate.Convert(Quantity.Undefined(UndefinedReason.NoData, "sales", Unit.Money("EUR")))
            .Should().Be(Quantity.Undefined(UndefinedReason.NoData, "sales", Unit.Money("DKK")));
        rate.Convert(Money.Eur(decimal.MaxValue)).Should().Be(Quantity.Undefined(UndefinedReason.Overflow, unit: Unit.Money("DKK")));
    }

    [Fact]
    public void Convert_AnotherCurrency_Throws() =>
        Messages.Of<UnitMismatchException>(() => new ExchangeRate("EUR", "DKK", 7.46m, Day).Convert(Money.Sek(1)))
            .Should().Be("Cannot convert SEK with a rate from EUR to DKK.");

    [Fact]
    public void Constructor_BadRate_Throws()
    {
        using var _ = new CurrentCulture("da-DK");
        Messages.Of<ArgumentOutOfRangeException>(() => new ExchangeRate("EUR", "DKK", 0m, Day))
            .Should().Be("Expected a rate above 0; found 0. (Parameter 'rate')");
        Messages.Of<ArgumentOutOfRangeException>(() => new ExchangeRate("EUR", "DKK", -0.5m, Day))
            .Should().Be("Expected a rate above 0; found -0.5. (Parameter 'rate')");
        Messages.Of<ArgumentException>(() => new ExchangeRate("EUR", "EUR", 1m, Day))
            .Should().Be("A rate leads from one currency to another; found EUR twice. (Parameter 'to')");
    }

    [Fact]
    public void ToString_Rate_BelongsToNoCulture()
    {
        using var _ = new CurrentCulture("da-DK");
        new ExchangeRate("EUR", "DKK", 7.46m, Day).ToString().Should().Be("1 EUR = 7.46 DKK (2026-11-23)");
        new ExchangeRate("EUR", "DKK", 7.46m, Day).Should().Be(new ExchangeRate("EUR", "DKK", 7.460m, Day));
    }
}

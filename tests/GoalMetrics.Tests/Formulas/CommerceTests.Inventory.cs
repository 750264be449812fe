namespace GoalMetrics.Tests.Formulas;

public sealed partial class CommerceTests
{
    [Fact]
    public void SellThroughRate_NothingReceived_IsUndefined() =>
        Commerce.SellThroughRate(5, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "unitsReceived");

    [Fact]
    public void InventoryTurnover_NoInventory_IsUndefined() =>
        Commerce.InventoryTurnover(Money.Dkk(5), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "averageInventory");

    [Fact]
    public void InventoryTurnover_NegativeInventory_IsOutOfDomain() =>
        Commerce.InventoryTurnover(Money.Dkk(5), Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "averageInventory");

    [Fact]
    public void InventoryTurnover_TwoCurrencies_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Commerce.InventoryTurnover(Money.Dkk(5), Money.Eur(1)))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void DaysInventoryOutstanding_ByHand_IsThePeriodOverTheTurnover()
    {
        // By hand: 365 / 4.32 and 365 / 4.8, with 40 digits; 90 / 1.2.
        var year = Quantity.Duration(365, DurationUnit.Day);
        var days = Unit.Duration(DurationUnit.Day);
        Commerce.DaysInventoryOutstanding(days: year, inventoryTurnover: 4.32m).ShouldRoundTo(84.4907407407407m, days);
        Commerce.DaysInventoryOutstanding(year, Commerce.InventoryTurnover(Money.Usd(600_000), Money.Usd(125_000)))
            .ShouldRoundTo(76.0416666666667m, days);
        Commerce.DaysInventoryOutstanding(Quantity.Duration(90, DurationUnit.Day), 1.2m)
            .Should().Be(Quantity.Duration(75, DurationUnit.Day));
    }

    [Fact]
    public void DaysInventoryOutstanding_NoTurnover_IsUndefinedInItsUnit()
    {
        var days = Commerce.DaysInventoryOutstanding(Quantity.Duration(365, DurationUnit.Day), 0m);
        days.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "inventoryTurnover");
        days.Unit.Should().Be(Unit.Duration(DurationUnit.Day));
    }

    [Fact]
    public void DaysInventoryOutstanding_NegativeSide_IsOutOfDomain()
    {
        var year = Quantity.Duration(365, DurationUnit.Day);
        Commerce.DaysInventoryOutstanding(-year, 2m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "days");
        Commerce.DaysInventoryOutstanding(year, -2m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "inventoryTurnover");
        Commerce.DaysInventoryOutstanding(default, -2m).ShouldBeUndefined(UndefinedReason.NoData, "days");
    }

    [Fact]
    public void StockoutRate_NoItems_IsUndefined() =>
        Commerce.StockoutRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "items");
}

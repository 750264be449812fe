namespace GoalMetrics.Tests.Formulas;

public sealed partial class CommerceTests
{
    [Fact]
    public void ReturnRate_MoreReturnedThanSold_IsAboveOne() =>
        // Sold in an earlier period; the definition sets no ceiling.
        Commerce.ReturnRate(unitsReturned: 6, unitsSold: 5).Should().Be(Quantity.Ratio(1.2m));

    [Fact]
    public void ReturnRate_NothingSold_IsUndefined()
    {
        Commerce.ReturnRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "unitsSold");
        Commerce.ReturnRate(3, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "unitsSold");
    }

    [Fact]
    public void ReturnRateByValue_DearGoodsReturned_IsAboveTheRateByUnits()
    {
        // By hand: of nine at 100 and one at 1,100, the dear one came back: 1 of 10 units, 1,100 of 2,000 kroner.
        Commerce.ReturnRate(1, 10).Should().Be(Quantity.Ratio(0.1m));
        Commerce.ReturnRateByValue(Money.Dkk(1_100), Money.Dkk(2_000)).Should().Be(Quantity.Ratio(0.55m));
    }

    [Fact]
    public void ReturnRateByValue_NoSales_IsUndefined() =>
        Commerce.ReturnRateByValue(Money.Dkk(5), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "sales");

    [Fact]
    public void ReturnRateByValue_NegativeSide_IsOutOfDomain()
    {
        Commerce.ReturnRateByValue(Money.Dkk(-5), Money.Dkk(10)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "returnedValue");
        Commerce.ReturnRateByValue(Money.Dkk(5), Money.Dkk(-10)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "sales");
        Commerce.ReturnRateByValue(default, Money.Dkk(-10)).ShouldBeUndefined(UndefinedReason.NoData, "returnedValue");
    }

    [Fact]
    public void ReturnRateByValue_TwoCurrencies_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Commerce.ReturnRateByValue(Money.Dkk(5), Money.Eur(1)))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void CancellationRate_RealShop_IsTheCancelledOverAll() =>
        // Chen, Online Retail, UCI (CC BY 4.0): 3,836 cancelled beside 19,959 kept orders; quotient with 40 digits.
        Commerce.CancellationRate(cancelledOrders: 3_836, orders: 23_795).ShouldRoundTo(0.161210338306367m, Unit.Ratio);

    [Fact]
    public void CancellationRate_NoOrders_IsUndefined() =>
        Commerce.CancellationRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "orders");

    [Fact]
    public void DiscountRate_NoSales_IsUndefined() =>
        Commerce.DiscountRate(Money.Dkk(5), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "grossSales");

    [Fact]
    public void DiscountRate_NegativeSide_IsOutOfDomain()
    {
        Commerce.DiscountRate(Money.Dkk(-5), Money.Dkk(10)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "discounts");
        Commerce.DiscountRate(Money.Dkk(5), Money.Dkk(-10)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "grossSales");
    }

    [Fact]
    public void DiscountRate_TwoCurrencies_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Commerce.DiscountRate(Money.Dkk(5), Money.Eur(1)))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");
}

namespace GoalMetrics.Tests.Formulas;

public sealed partial class CommerceTests
{
    [Fact]
    public void AverageOrderValue_RealShop_IsThePublishedValue() =>
        // Reference cdnow-totals, "aov" (R 4.2.2).
        Commerce.AverageOrderValue(revenue: Money.Usd(2_500_315.63m), orders: 69_659)
            .ShouldRoundTo(35.8936480569632m, Unit.Money("USD").Per("order"));

    [Fact]
    public void AverageOrderValue_ByHand_IsRevenueOverOrders() =>
        Commerce.AverageOrderValue(revenue: Money.Dkk(2_404), orders: 10).Should().Be(Money.Dkk(240.4m).Per("order"));

    [Fact]
    public void AverageOrderValue_NoOrders_IsUndefinedInItsUnit()
    {
        var value = Commerce.AverageOrderValue(Money.Dkk(0), 0);
        value.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "orders");
        value.Unit.Should().Be(Unit.Money("DKK").Per("order"));
    }

    [Fact]
    public void AverageOrderValue_UndefinedOrders_IsUndefinedInItsUnit()
    {
        var value = Commerce.AverageOrderValue(Money.Dkk(5), default);
        value.ShouldBeUndefined(UndefinedReason.NoData, "orders");
        value.Unit.Should().Be(Unit.Money("DKK").Per("order"));
    }

    [Fact]
    public void UnitsPerOrder_RealShop_IsTheQuotient() =>
        // Reference cdnow-totals: 167,881 units in 69,659 transactions; quotient by GNU bc.
        Commerce.UnitsPerOrder(units: 167_881, orders: 69_659).ShouldRoundTo(2.41004033936749m, Unit.Count("unit").Per("order"));

    [Fact]
    public void UnitsPerOrder_ByHand_KeepsWhatIsCounted()
    {
        Commerce.UnitsPerOrder(units: 24, orders: 10).Should().Be(new Quantity(2.4m, Unit.Count("unit").Per("order")));
        Commerce.UnitsPerOrder(Quantity.Count(24, "book"), Quantity.Count(10, "parcel"))
            .Should().Be(new Quantity(2.4m, Unit.Count("book").Per("parcel")));
    }

    [Fact]
    public void UnitsPerOrder_NoOrders_IsUndefined() =>
        Commerce.UnitsPerOrder(24, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "orders");

    [Fact]
    public void RevenuePerVisitor_ByHand_IsRevenueOverVisitors() =>
        // By hand: 96,000 / 12,000.
        Commerce.RevenuePerVisitor(revenue: Money.Dkk(96_000), visitors: 12_000).Should().Be(Money.Dkk(8).Per("visitor"));

    [Fact]
    public void RevenuePerVisitor_FromItsParts_IsTheirProduct() =>
        // By hand: 300 of 12,000 buy for 320 each, 0.025 · 320.
        Commerce.RevenuePerVisitor(Money.Dkk(96_000), 12_000).Amount.Should().Be(
            Marketing.ConversionRate(300, 12_000).Amount * Commerce.AverageOrderValue(Money.Dkk(96_000), 300).Amount);

    [Fact]
    public void RevenuePerVisitor_NoVisitors_IsUndefinedInItsUnit()
    {
        var value = Commerce.RevenuePerVisitor(Money.Dkk(5), 0);
        value.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "visitors");
        value.Unit.Should().Be(Unit.Money("DKK").Per("visitor"));
    }

    [Fact]
    public void AverageSellingPrice_RealShops_IsRevenueOverUnits()
    {
        // Reference cdnow-totals: revenue and units; quotient with 40 digits.
        Commerce.AverageSellingPrice(revenue: Money.Usd(2_500_315.63m), units: 167_881)
            .ShouldRoundTo(14.8933806088837m, Unit.Money("USD").Per("unit"));

        // Chen, Online Retail, UCI (CC BY 4.0): the shop's invoices added up; quotient with 40 digits.
        Commerce.AverageSellingPrice(Money.Gbp(10_655_622.48m), 5_588_375).ShouldRoundTo(1.90674793298589m, Unit.Money("GBP").Per("unit"));
    }

    [Fact]
    public void AverageSellingPrice_NothingSold_IsUndefinedInItsUnit()
    {
        var price = Commerce.AverageSellingPrice(Money.Dkk(5), 0);
        price.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "units");
        price.Unit.Should().Be(Unit.Money("DKK").Per("unit"));
    }

    [Fact]
    public void RepeatPurchaseRate_RealShop_IsThePublishedRate() =>
        // Reference cdnow-totals, "repeat_rate" (R 4.2.2): 11,516 of 23,570 customers bought on more than one day.
        Commerce.RepeatPurchaseRate(repeatCustomers: 11_516, customers: 23_570).ShouldRoundTo(0.488587187102249m, Unit.Ratio);

    [Fact]
    public void RepeatPurchaseRate_NoCustomers_IsUndefined() =>
        Commerce.RepeatPurchaseRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "customers");

    [Fact]
    public void PurchaseFrequency_RealShop_IsOrdersPerCustomer() =>
        // Reference cdnow-totals: 69,659 transactions of 23,570 customers, both published by Fader & Hardie; quotient with 40 digits.
        Commerce.PurchaseFrequency(orders: 69_659, customers: 23_570).ShouldRoundTo(2.95540941875265m, Unit.Count("order").Per("customer"));

    [Fact]
    public void PurchaseFrequency_NoCustomers_IsUndefinedInItsUnit()
    {
        var frequency = Commerce.PurchaseFrequency(5, 0);
        frequency.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "customers");
        frequency.Unit.Should().Be(Unit.Count("order").Per("customer"));
    }
}

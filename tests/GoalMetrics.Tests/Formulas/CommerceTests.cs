namespace GoalMetrics.Tests.Formulas;

public sealed class CommerceTests
{
    [Fact]
    public void AverageOrderValue_RealShop_IsThePublishedValue() =>
        // Reference cdnow-totals, "aov" (R 4.2.2).
        Commerce.AverageOrderValue(revenue: Money.Usd(2_500_315.63m), orders: 69_659).ShouldRoundTo(35.8936480569632m, Unit.Money("USD").Per("order"));

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
        Commerce.UnitsPerOrder(Quantity.Count(24, "book"), Quantity.Count(10, "parcel")).Should().Be(new Quantity(2.4m, Unit.Count("book").Per("parcel")));
    }

    [Fact]
    public void UnitsPerOrder_NoOrders_IsUndefined() =>
        Commerce.UnitsPerOrder(24, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "orders");
}

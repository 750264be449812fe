namespace GoalMetrics.Tests.Formulas;

public sealed partial class MarketingTests
{
    [Fact]
    public void CostPerAcquisition_RealAds_IsThePublishedCost()
    {
        // Reference kag-all and kag-916, "cac" (R 4.2.2): spend over approved conversions.
        var perConversion = Unit.Money("USD").Per("conversion");
        Marketing.CostPerAcquisition(cost: Money.Usd(58_705.229958205m), conversions: 1_079)
            .ShouldRoundTo(54.4070713236376m, perConversion);
        Marketing.CostPerAcquisition(cost: Money.Usd(149.710000657m), conversions: 24).ShouldRoundTo(6.23791669404167m, perConversion);
    }

    [Fact]
    public void CostPerAcquisition_NamedConversions_KeepsTheirName() =>
        Marketing.CostPerAcquisition(Money.Dkk(300), Quantity.Count(4, "lead")).Should().Be(Money.Dkk(75).Per("lead"));

    [Fact]
    public void CostPerAcquisition_NoConversions_IsUndefined()
    {
        var cost = Marketing.CostPerAcquisition(Money.Dkk(300), 0);
        cost.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "conversions");
        cost.Unit.Should().Be(Unit.Money("DKK").Per("conversion"));
    }

    [Fact]
    public void ReturnOnAdSpend_RealAds_IsThePublishedRatio()
    {
        // Reference kag-all: 100 for each of 1,079 approved and 5 for each of 3,264 enquiries, against the spend (R 4.2.2).
        Marketing.ReturnOnAdSpend(revenue: Money.Usd(124_220), adSpend: Money.Usd(58_705.229958205m))
            .ShouldRoundTo(2.11599545881071m, Unit.Ratio);

        // Reference kag-916: 24 approved, 58 enquiries.
        Marketing.ReturnOnAdSpend(revenue: Money.Usd(2_690), adSpend: Money.Usd(149.710000657m))
            .ShouldRoundTo(17.9680715262506m, Unit.Ratio);
    }

    [Fact]
    public void ReturnOnAdSpend_NoSpend_IsUndefined() =>
        Marketing.ReturnOnAdSpend(Money.Dkk(5), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "adSpend");

    [Fact]
    public void ReturnOnAdSpend_TwoCurrencies_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Marketing.ReturnOnAdSpend(Money.Dkk(5), Money.Eur(1)))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void ReturnOnAdSpend_UndefinedInAnotherCurrency_ThrowsToo() =>
        Messages.Of<UnitMismatchException>(
            () => Marketing.ReturnOnAdSpend(Quantity.Undefined(UndefinedReason.NoData, unit: Unit.Money("DKK")), Money.Eur(1)))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void ReturnOnAdSpend_NegativeSpend_IsOutOfDomain()
    {
        var roas = Marketing.ReturnOnAdSpend(Money.Dkk(5), Money.Dkk(-10));
        roas.ShouldBeUndefined(UndefinedReason.OutOfDomain, "adSpend");
        roas.Unit.Should().Be(Unit.Ratio);
        Marketing.ReturnOnAdSpend(default, Money.Dkk(-10)).ShouldBeUndefined(UndefinedReason.NoData, "revenue");
    }

    [Fact]
    public void ReturnOnAdSpend_MoreRefundedThanSold_IsNegative() =>
        Marketing.ReturnOnAdSpend(Money.Dkk(-5), Money.Dkk(10)).Should().Be(Quantity.Ratio(-0.5m));

    [Fact]
    public void AdvertisingCostOfSales_ByHand_IsTheSpendOverTheRevenue()
    {
        // By hand: 12,000 / 80,000.
        Marketing.AdvertisingCostOfSales(adSpend: Money.Dkk(12_000), revenue: Money.Dkk(80_000)).Should().Be(Quantity.Ratio(0.15m));

        // Reference kag-all: the reciprocal of 2.11599545881071, with 40 digits.
        Marketing.AdvertisingCostOfSales(adSpend: Money.Usd(58_705.229958205m), revenue: Money.Usd(124_220))
            .ShouldRoundTo(0.472590806296933m, Unit.Ratio);
    }

    [Fact]
    public void AdvertisingCostOfSales_NoRevenue_IsUndefined() =>
        Marketing.AdvertisingCostOfSales(Money.Dkk(5), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "revenue");

    [Fact]
    public void AdvertisingCostOfSales_NegativeRevenue_IsOutOfDomain() =>
        Marketing.AdvertisingCostOfSales(Money.Dkk(5), Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "revenue");

    [Fact]
    public void AdvertisingCostOfSales_TwoCurrencies_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Marketing.AdvertisingCostOfSales(Money.Dkk(5), Money.Eur(1)))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void CostPerLead_RealAds_IsThePublishedCost()
    {
        // Reference kag-all and kag-916, "cpa_total" (R 4.2.2): spend over enquiries.
        var perLead = Unit.Money("USD").Per("lead");
        Marketing.CostPerLead(cost: Money.Usd(58_705.229958205m), leads: 3_264).ShouldRoundTo(17.9856709430775m, perLead);
        Marketing.CostPerLead(cost: Money.Usd(149.710000657m), leads: 58).ShouldRoundTo(2.58120690787931m, perLead);
    }

    [Fact]
    public void CostPerLead_NoLeads_IsUndefinedInItsUnit()
    {
        var cost = Marketing.CostPerLead(Money.Dkk(300), 0);
        cost.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "leads");
        cost.Unit.Should().Be(Unit.Money("DKK").Per("lead"));
    }

    [Fact]
    public void CustomerAcquisitionCost_ByHand_IsTheSpendOverTheNewCustomers()
    {
        // By hand: 1,500,000 / 120.
        Marketing.CustomerAcquisitionCost(acquisitionSpend: Money.Dkk(1_500_000), newCustomers: 120)
            .Should().Be(Money.Dkk(12_500).Per("customer"));

        // Reference kag-all, "cac" (R 4.2.2): spend over approved conversions.
        Marketing.CustomerAcquisitionCost(Money.Usd(58_705.229958205m), 1_079)
            .ShouldRoundTo(54.4070713236376m, Unit.Money("USD").Per("customer"));
    }

    [Fact]
    public void CustomerAcquisitionCost_NoNewCustomers_IsUndefinedInItsUnit()
    {
        var cost = Marketing.CustomerAcquisitionCost(Money.Dkk(300), 0);
        cost.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "newCustomers");
        cost.Unit.Should().Be(Unit.Money("DKK").Per("customer"));
    }
}

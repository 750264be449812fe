namespace GoalMetrics.Tests.Formulas.Families;

public sealed partial class MarketingTests
{
    [Fact]
    public void ClickThroughRate_RealAds_IsThePublishedRate()
    {
        // Reference kag-all (R 4.2.2).
        Marketing.ClickThroughRate(clicks: 38_165, impressions: 213_434_828).ShouldRoundTo(0.000178813365923578m, Unit.Ratio);
    }

    [Fact]
    public void CostPerClick_RealAds_IsThePublishedCost()
    {
        // Reference kag-all, "cpc" (R 4.2.2).
        var perClick = Unit.Money("USD").Per("click");
        Marketing.CostPerClick(cost: Money.Usd(58_705.229958205m), clicks: 38_165).ShouldRoundTo(1.53819546595585m, perClick);
    }

    [Fact]
    public void CostPerMille_Textbook_IsThePublishedCost()
    {
        // Farris, Advertising Metrics, Management by the Numbers, 2014, question 1: 20,000 impressions for $400 have a CPM of $20.
        var cpm = Marketing.CostPerMille(cost: Money.Usd(400), impressions: 20_000);
        cpm.Should().Be(Money.Usd(20).Per("thousand impressions"));
        cpm.Unit!.ToString().Should().Be("USD per thousand impressions");
    }

    [Fact]
    public void CostPerMille_NamedImpressions_IsPerThousandAllTheSame() =>
        Marketing.CostPerMille(Money.Dkk(60), Quantity.Count(1_500, "view")).Should().Be(Money.Dkk(40).Per("thousand impressions"));

    [Fact] // Neither the thousandth of the impressions nor the thousandfold of the cost is rounded or too large on the way.
    public void CostPerMille_OfTheOutermostAmounts_IsRight()
    {
        var perThousand = Unit.Money("DKK").Per("thousand impressions");
        Marketing.CostPerMille(Money.Dkk(0.5m), Quantity.Count(0.0000000000000000000000000005m))
            .ShouldBeUndefined(UndefinedReason.Overflow, "impressions");
        Marketing.CostPerMille(Money.Dkk(70_000_000_000_000_000_000_000_000_000m), Quantity.Count(1_000_000m))
            .Should().Be(new Quantity(70_000_000_000_000_000_000_000_000m, perThousand));
        Marketing.CostPerMille(Money.Dkk(70_000_000_000_000_000_000_000_000_000m), Quantity.Count(0.0000000000000000000000000001m)).Reason
            .Should().Be(UndefinedReason.Overflow);
        Marketing.CostPerMille(Money.Dkk(0m), Quantity.Count(0.0000000000000000000000000001m)).Should().Be(new Quantity(0m, perThousand));
    }

    [Fact]
    public void CostPerMille_ThroughClicks_AgreesWithCostPerClick()
    {
        // The cost of a thousand impressions is what their clicks cost: 1000 · rate · cost per click.
        var mille = Marketing.CostPerMille(Money.Dkk(900), 20_000).Amount;
        var click = Marketing.CostPerClick(Money.Dkk(900), 250).Amount;
        mille.Should().Be(1000m * Marketing.ClickThroughRate(250, 20_000).Amount * click);
    }

    [Fact]
    public void Frequency_OneCampaign_IsThePublishedFrequency()
    {
        // quickcalculator.co, Ad frequency: 2 million impressions for 500,000 people.
        Marketing.Frequency(impressions: 2_000_000, reach: 500_000).Amount.Should().Be(4m);
    }

    [Fact]
    public void Frequency_NamedThings_KeepsTheirNames()
    {
        Marketing.Frequency(Quantity.Count(54, "view"), Quantity.Count(15, "household"))
            .Should().Be(new Quantity(3.6m, Unit.Count("view").Per("household")));
    }

    [Fact]
    public void ShareOfVoice_Impressions_IsThePublishedShare()
    {
        // seo.ai, Calculate share of voice.
        Marketing.ShareOfVoice(own: 2_500, market: 10_000).Should().Be(Quantity.Ratio(0.25m));
    }

    [Fact]
    public void ShareOfVoice_UnlikeUnits_ThrowsAndNamesBoth()
    {
        Messages.Of<UnitMismatchException>(() => Marketing.ShareOfVoice(Quantity.Count(5, "mention"), Quantity.Count(9, "impression")))
            .Should().StartWith("Cannot relate count of mention and count of impression:");
    }

    [Fact]
    public void CostPerAcquisition_RealAds_IsThePublishedCost()
    {
        // Reference kag-all, "cac" (R 4.2.2): spend over approved conversions.
        var perConversion = Unit.Money("USD").Per("conversion");
        Marketing.CostPerAcquisition(cost: Money.Usd(58_705.229958205m), conversions: 1_079)
            .ShouldRoundTo(54.4070713236376m, perConversion);
    }

    [Fact]
    public void CostPerAcquisition_NamedConversions_KeepsTheirName() =>
        Marketing.CostPerAcquisition(Money.Dkk(300), Quantity.Count(4, "lead")).Should().Be(Money.Dkk(75).Per("lead"));

    [Fact]
    public void ReturnOnAdSpend_RealAds_IsThePublishedRatio()
    {
        // Reference kag-all: 100 for each of 1,079 approved and 5 for each of 3,264 enquiries, against the spend (R 4.2.2).
        Marketing.ReturnOnAdSpend(revenue: Money.Usd(124_220), adSpend: Money.Usd(58_705.229958205m))
            .ShouldRoundTo(2.11599545881071m, Unit.Ratio);
    }

    [Fact]
    public void ReturnOnAdSpend_UndefinedInAnotherCurrency_ThrowsToo() =>
        Messages.Of<UnitMismatchException>(
            () => Marketing.ReturnOnAdSpend(Quantity.Undefined(UndefinedReason.NoData, unit: Unit.Money("DKK")), Money.Eur(1)))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void ReturnOnAdSpend_MoreRefundedThanSold_IsNegative() =>
        Marketing.ReturnOnAdSpend(Money.Dkk(-5), Money.Dkk(10)).Should().Be(Quantity.Ratio(-0.5m));

    [Fact]
    public void AdvertisingCostOfSales_RealAds_IsTheSpendOverTheRevenue()
    {
        // Reference kag-all: the reciprocal of 2.11599545881071, with 40 digits.
        Marketing.AdvertisingCostOfSales(adSpend: Money.Usd(58_705.229958205m), revenue: Money.Usd(124_220))
            .ShouldRoundTo(0.472590806296933m, Unit.Ratio);
    }

    [Fact]
    public void CostPerLead_RealAds_IsThePublishedCost()
    {
        // Reference kag-all, "cpa_total" (R 4.2.2): spend over enquiries.
        var perLead = Unit.Money("USD").Per("lead");
        Marketing.CostPerLead(cost: Money.Usd(58_705.229958205m), leads: 3_264).ShouldRoundTo(17.9856709430775m, perLead);
    }

    [Fact]
    public void CustomerAcquisitionCost_RealAds_IsTheSpendOverTheNewCustomers()
    {
        // Reference kag-all, "cac" (R 4.2.2): spend over approved conversions.
        Marketing.CustomerAcquisitionCost(Money.Usd(58_705.229958205m), 1_079)
            .ShouldRoundTo(54.4070713236376m, Unit.Money("USD").Per("customer"));
    }
}

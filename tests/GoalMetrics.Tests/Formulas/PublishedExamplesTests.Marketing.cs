namespace GoalMetrics.Tests.Formulas;

public sealed partial class PublishedExamplesTests
{
    [Fact]
    public void ClickThroughRate_AHundredImpressions_IsThePublishedRate() =>
        // amandaai.com, Click-through rate.
        Marketing.ClickThroughRate(clicks: 5, impressions: 100).Should().Be(Quantity.Ratio(0.05m));

    [Fact]
    public void CostPerClick_TwoClicks_IsThePublishedCost() =>
        // Google AdWords Help (answer 14074), Average cost-per-click: one at $0.20 and one at $0.40.
        Marketing.CostPerClick(cost: Money.Usd(0.20m + 0.40m), clicks: 2).Should().Be(Money.Usd(0.30m).Per("click"));

    [Fact]
    public void ConversionRate_AThousandInteractions_IsThePublishedRate() =>
        // Google Ads Help (answer 2684489), Conversion rate: Definition.
        Marketing.ConversionRate(conversions: 50, visitors: 1_000).Should().Be(Quantity.Ratio(0.05m));

    [Fact]
    public void CostPerAcquisition_TwoCampaigns_IsThePublishedCost()
    {
        // calculatorlib.com, Cost per acquisition, worked example; toolzdeck.com, CPA, example 1.
        Marketing.CostPerAcquisition(cost: Money.Usd(5_000), conversions: 200).Amount.Should().Be(25m);
        Marketing.CostPerAcquisition(cost: Money.Usd(8_000), conversions: 40).Amount.Should().Be(200m);
    }

    [Fact]
    public void CustomerAcquisitionCost_TwoCompanies_IsThePublishedCost()
    {
        // OpenMeter (openmeter.io), Glossary, Customer acquisition cost; geniegoals.co.uk, Customer acquisition cost.
        Marketing.CustomerAcquisitionCost(acquisitionSpend: Money.Usd(10_000 + 5_000), newCustomers: 30).Amount.Should().Be(500m);
        Marketing.CustomerAcquisitionCost(acquisitionSpend: Money.Usd(100_000), newCustomers: 2_000).Amount.Should().Be(50m);
    }

    [Fact]
    public void ReturnOnAdSpend_TwoCampaigns_IsThePublishedReturn()
    {
        // verticalrail.com, Calculate ROAS; websiterating.com, ROAS, company B.
        Marketing.ReturnOnAdSpend(revenue: Money.Usd(5_000), adSpend: Money.Usd(1_000)).Should().Be(Quantity.Ratio(5m));
        Marketing.ReturnOnAdSpend(revenue: Money.Usd(7_500), adSpend: Money.Usd(3_000)).Should().Be(Quantity.Ratio(2.5m));
    }

    [Fact]
    public void PagesPerSession_TwoSites_IsThePublishedNumber()
    {
        // kpilist.com, Average pageviews per session: 7.2; freedatalytics.com, Pages per session: 3.0.
        Math.Round(Marketing.PagesPerSession(pageViews: 46_798, sessions: 6_486).Amount, 1).Should().Be(7.2m);
        Marketing.PagesPerSession(pageViews: 1_200, sessions: 400).Amount.Should().Be(3m);
    }

    [Fact]
    public void Frequency_TwoCampaigns_IsThePublishedFrequency()
    {
        // quickcalculator.co, Ad frequency: 2 million impressions for 500,000 people and 3 million for 600,000.
        Marketing.Frequency(impressions: 2_000_000, reach: 500_000).Amount.Should().Be(4m);
        Marketing.Frequency(impressions: 3_000_000, reach: 600_000).Amount.Should().Be(5m);
    }

    [Fact]
    public void CouponRedemptionRate_ACatalogue_IsThePublishedRate() =>
        // cogrowmarketing.com, Let's talk about coupons.
        Marketing.CouponRedemptionRate(redeemed: 25_000, issued: 100_000).Should().Be(Quantity.Ratio(0.25m));

    [Fact]
    public void Lift_ThreeTests_IsThePublishedUplift()
    {
        // Adobe Experience League community, How is lift actually calculated: 0.16543 % against 0.09992 % is 65.56 %.
        Marketing.Lift(treatedRate: 0.0016543m, controlRate: 0.0009992m).ShouldRoundTo(0.6556m, Unit.Ratio);

        // insightful-data-lab.com, Conversion rate uplift: examples 1 and 2.
        Marketing.Lift(treatedRate: 0.06m, controlRate: 0.05m).Should().Be(Quantity.Ratio(0.2m));
        Marketing.Lift(treatedRate: 0.095m, controlRate: 0.1m).Should().Be(Quantity.Ratio(-0.05m));
    }

    [Fact]
    public void DeliverabilityRate_OneBounce_IsThePublishedRate() =>
        // Return Path (help.returnpath.com), What is delivered: 500 sent, 1 bounced, 99.8 %.
        Marketing.DeliverabilityRate(delivered: 499, sent: 500).Should().Be(Quantity.Ratio(0.998m));

    [Fact]
    public void SpamComplaintRate_TwoCampaigns_IsThePublishedRate()
    {
        // cufinder.io, Spam complaint rate calculator: 0.06 %, and 0.053 %.
        Marketing.SpamComplaintRate(complaints: 12, delivered: 20_000).Should().Be(Quantity.Ratio(0.0006m));
        Marketing.SpamComplaintRate(complaints: 8, delivered: 15_000).ShouldRoundTo(0.00053m, Unit.Ratio);
    }

    [Fact]
    public void LeadConversionRate_TwoCampaigns_IsThePublishedRate()
    {
        // calculatorlib.com, Lead-to-customer conversion: 15 % and 8 %.
        Marketing.LeadConversionRate(customers: 75, leads: 500).Should().Be(Quantity.Ratio(0.15m));
        Marketing.LeadConversionRate(customers: 96, leads: 1_200).Should().Be(Quantity.Ratio(0.08m));
    }

    [Fact]
    public void QualifiedLeadRate_TwoCampaigns_IsThePublishedRate()
    {
        // taglab.net, Lead qualification rate; pancalchub.com, Email lead qualification rate.
        Marketing.QualifiedLeadRate(qualifiedLeads: 50, leads: 200).Should().Be(Quantity.Ratio(0.25m));
        Marketing.QualifiedLeadRate(qualifiedLeads: 120, leads: 500).Should().Be(Quantity.Ratio(0.24m));
    }

    [Fact]
    public void CostPerLead_TwoCampaigns_IsThePublishedCost()
    {
        // seeresponse.com, Marketing glossary, Cost-per-lead; theprimecalculator.com, Cost per lead, worked example.
        Marketing.CostPerLead(cost: Money.Usd(500), leads: 50).Should().Be(Money.Usd(10).Per("lead"));
        Marketing.CostPerLead(cost: Money.Usd(10_000), leads: 200).Should().Be(Money.Usd(50).Per("lead"));
    }

    [Fact]
    public void AdvertisingCostOfSales_OneCampaign_IsThePublishedShare() =>
        // calculator.7search.cc, Advertising cost of sales.
        Marketing.AdvertisingCostOfSales(adSpend: Money.Usd(500), revenue: Money.Usd(2_000)).Should().Be(Quantity.Ratio(0.25m));

    [Fact]
    public void BounceRate_OneSite_IsThePublishedRate() =>
        // learndigitaladvertising.com, Glossary, Bounce rate.
        Marketing.BounceRate(singlePageSessions: 100, sessions: 1_000).Should().Be(Quantity.Ratio(0.1m));

    [Fact]
    public void EngagementRate_OneDay_IsThePublishedRate() =>
        // humandigital.nl, A practical guide to new statistics in GA4.
        Marketing.EngagementRate(engagedSessions: 1_000, sessions: 5_000).Should().Be(Quantity.Ratio(0.2m));

    [Fact]
    public void AverageSessionDuration_ThreeUsers_IsThePublishedTime()
    {
        // storyly.io, Glossary, Average session duration: 200, 40 and 150 seconds.
        Marketing.AverageSessionDuration(Quantity.Duration(200 + 40 + 150, DurationUnit.Second), 3).Amount.Should().Be(130m);

        // seo-lebedev.ru, Average session duration: 5,000 minutes in 2,000 sessions.
        Marketing.AverageSessionDuration(totalDuration: Minutes(5_000), sessions: 2_000).Amount.Should().Be(2.5m);
    }

    [Fact]
    public void ShareOfTraffic_OrganicSearch_IsThePublishedShare() =>
        // freedatalytics.com, Organic search.
        Marketing.ShareOfTraffic(sessionsFromSource: 8_400, allSessions: 21_000).Should().Be(Quantity.Ratio(0.4m));
}

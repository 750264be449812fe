namespace GoalMetrics.Tests.Formulas;

public sealed partial class PublishedExamplesTests
{
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
    public void QualifiedLeadRate_TwoCampaigns_IsThePublishedRate()
    {
        // taglab.net, Lead qualification rate; pancalchub.com, Email lead qualification rate.
        Marketing.QualifiedLeadRate(qualifiedLeads: 50, leads: 200).Should().Be(Quantity.Ratio(0.25m));
        Marketing.QualifiedLeadRate(qualifiedLeads: 120, leads: 500).Should().Be(Quantity.Ratio(0.24m));
    }

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
}

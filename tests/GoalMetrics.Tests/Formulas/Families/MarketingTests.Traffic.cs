namespace GoalMetrics.Tests.Formulas.Families;

public sealed partial class MarketingTests
{
    [Fact]
    public void ShareOfTraffic_RealShop_IsTheSourceOverAll()
    {
        // Reference shoppers-cr: 10,551 of 12,330 sessions by returning visitors; quotient by GNU bc.
        Marketing.ShareOfTraffic(sessionsFromSource: 10_551, allSessions: 12_330).ShouldRoundTo(0.85571776155717761557m, Unit.Ratio);
    }

    [Fact]
    public void PagesPerSession_RealShop_IsThePublishedFigure()
    {
        // Reference ga-store-2017q1, "pages_per_visit": January.
        var perSession = Unit.Count("page").Per("session");
        Marketing.PagesPerSession(pageViews: 257_708, sessions: 64_694).ShouldRoundTo(3.983491513896188m, perSession);
    }

    [Fact]
    public void AverageSessionDuration_OneSite_IsThePublishedTime()
    {
        // seo-lebedev.ru, Average session duration: 5,000 minutes in 2,000 sessions.
        Marketing.AverageSessionDuration(totalDuration: Minutes(5_000), sessions: 2_000).Amount.Should().Be(2.5m);
    }

    [Fact]
    public void AverageSessionDuration_NamedSessions_IsATime()
    {
        Marketing.AverageSessionDuration(Quantity.Duration(90, DurationUnit.Second), Quantity.Count(4, "visit"))
            .Should().Be(Quantity.Duration(22.5m, DurationUnit.Second));
    }

    [Fact]
    public void DeliverabilityRate_OneBounce_IsThePublishedRate() =>
        // Return Path (help.returnpath.com), What is delivered: 500 sent, 1 bounced, 99.8 %.
        Marketing.DeliverabilityRate(delivered: 499, sent: 500).Should().Be(Quantity.Ratio(0.998m));

    [Fact]
    public void DeliverabilityRate_AndBounces_AreTheWhole() =>
        (Marketing.DeliverabilityRate(9_850, 10_000) + Marketing.EmailBounceRate(150, 10_000)).Should().Be(Quantity.Ratio(1m));

    [Fact]
    public void EmailClickRate_FromItsParts_IsTheirProduct() =>
        // By hand: 2,000 / 8,000 · 500 / 2,000 is 500 / 8,000.
        (Marketing.OpenRate(2_000, 8_000) * Marketing.ClickToOpenRate(500, 2_000)).Should().Be(Marketing.EmailClickRate(500, 8_000));

    [Fact]
    public void Email_ACampaign_IsThePublishedFigures()
    {
        // basicfreetools.com, How email marketing metrics work: 10,000 sent, 500 bounced, 2,375 opened, 285 clicked, 19 unsubscribed.
        Marketing.EmailBounceRate(bounced: 500, sent: 10_000).Should().Be(Quantity.Ratio(0.05m));
        Marketing.OpenRate(opens: 2_375, delivered: 9_500).Should().Be(Quantity.Ratio(0.25m));
        Marketing.EmailClickRate(clicks: 285, delivered: 9_500).Should().Be(Quantity.Ratio(0.03m));
        Marketing.ClickToOpenRate(clicks: 285, opens: 2_375).Should().Be(Quantity.Ratio(0.12m));
        Marketing.UnsubscribeRate(unsubscribes: 19, delivered: 9_500).Should().Be(Quantity.Ratio(0.002m));
    }

    [Fact]
    public void SpamComplaintRate_OneCampaign_IsThePublishedRate()
    {
        // cufinder.io, Spam complaint rate calculator: 0.06 %.
        Marketing.SpamComplaintRate(complaints: 12, delivered: 20_000).Should().Be(Quantity.Ratio(0.0006m));
    }

    [Fact]
    public void BounceRate_OneSite_IsThePublishedRate() =>
        // learndigitaladvertising.com, Glossary, Bounce rate.
        Marketing.BounceRate(singlePageSessions: 100, sessions: 1_000).Should().Be(Quantity.Ratio(0.1m));

    [Fact]
    public void EngagementRate_OneDay_IsThePublishedRate() =>
        // humandigital.nl, A practical guide to new statistics in GA4.
        Marketing.EngagementRate(engagedSessions: 1_000, sessions: 5_000).Should().Be(Quantity.Ratio(0.2m));

    private static Quantity Minutes(decimal minutes) => Quantity.Duration(minutes, DurationUnit.Minute);
}

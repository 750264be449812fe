namespace GoalMetrics.Tests.Formulas;

public sealed partial class PublishedExamplesTests
{
    // Paddle, How to calculate your churn rate, the adjusted way (after Noble, Defining churn rate, Shopify): three months and the quarter;
    // with the simple way, 6.25 % and 5.87 %. August starts with 10,000 and loses 625, September with 14,375.
    [Theory]
    [InlineData(625, 10_000, 14_375, 0.0513)]
    [InlineData(844, 14_375, 18_531, 0.0513)]
    [InlineData(1_052, 18_531, 22_479, 0.0513)]
    [InlineData(2_521, 10_000, 22_479, 0.1552)]
    public void ChurnRateOnAverageBase_AGrowingCompany_IsThePublishedRate(int lost, int atStart, int atEnd, double published) =>
        Customers.ChurnRateOnAverageBase(lost, atStart, atEnd).ShouldRoundTo((decimal)published, Unit.Ratio);

    [Fact]
    public void CustomerGrowthRate_TwoCompanies_IsThePublishedRate()
    {
        // jirav.com, SaaS metrics library, Customer growth %; marketing-calculator.net, Customer growth rate.
        Customers.CustomerGrowthRate(customersAtStart: 100, customersAtEnd: 120).Should().Be(Quantity.Ratio(0.2m));
        Customers.CustomerGrowthRate(customersAtStart: 1_200, customersAtEnd: 1_500).Should().Be(Quantity.Ratio(0.25m));
    }

    [Fact]
    public void MagicNumber_OneQuarter_IsThePublishedNumber() =>
        // bigdelta.com, SaaS magic number.
        Customers.MagicNumber(changeInRecurringRevenue: Money.Usd(60_000), priorSalesAndMarketing: Money.Usd(40_000))
            .Should().Be(Quantity.Ratio(1.5m));

    [Fact]
    public void BurnMultiple_ThreeCompanies_IsThePublishedMultiple()
    {
        // winsabove.com, Burn multiple, companies A and B; deckmetric.com, Burn multiple, worked example. In millions.
        Customers.BurnMultiple(netBurn: Money.Usd(4), netNewRecurringRevenue: Money.Usd(5)).Should().Be(Quantity.Ratio(0.8m));
        Customers.BurnMultiple(netBurn: Money.Usd(12), netNewRecurringRevenue: Money.Usd(5)).Should().Be(Quantity.Ratio(2.4m));
        Customers.BurnMultiple(netBurn: Money.Usd(4.8m), netNewRecurringRevenue: Money.Usd(3.2m)).Should().Be(Quantity.Ratio(1.5m));
    }

    [Fact]
    public void Stickiness_TwoProducts_IsThePublishedRate()
    {
        // runfutureproof.com, Stickiness (DAU/MAU); pitchkit.net, DAU/MAU.
        Customers.Stickiness(dailyActiveUsers: 3_000, monthlyActiveUsers: 15_000).Should().Be(Quantity.Ratio(0.2m));
        Customers.Stickiness(dailyActiveUsers: 15_000, monthlyActiveUsers: 50_000).Should().Be(Quantity.Ratio(0.3m));
    }

    [Fact]
    public void ActivationRate_TwoProducts_IsThePublishedRate()
    {
        // metrickittools.com, Activation rate; quickcalculator.co, Activation, startup B.
        Customers.ActivationRate(activatedUsers: 1_200, newUsers: 5_000).Should().Be(Quantity.Ratio(0.24m));
        Customers.ActivationRate(activatedUsers: 240, newUsers: 800).Should().Be(Quantity.Ratio(0.3m));
    }

    [Fact]
    public void AdoptionRate_TwoFeatures_IsThePublishedRate()
    {
        // metrickittools.com, Feature adoption; calclet.com, SaaS feature adoption rate: about 27.81 %.
        Customers.AdoptionRate(adopters: 800, users: 2_000).Should().Be(Quantity.Ratio(0.4m));
        Customers.AdoptionRate(adopters: 3_560, users: 12_800).ShouldRoundTo(0.2781m, Unit.Ratio);
    }

    [Fact]
    public void ReferralRate_AHundredCustomers_IsThePublishedRate() =>
        // okrify.com, Referral rate: 25 of 100 customers refer new ones.
        Customers.ReferralRate(referringCustomers: 25, customers: 100).Should().Be(Quantity.Ratio(0.25m));

    [Fact]
    public void CustomerSatisfaction_TwoSurveys_IsThePublishedScore()
    {
        // Delighted (help.delighted.com), How is CSAT calculated: 42 fives and 32 fours of 107 are 69.16 %.
        Customers.CustomerSatisfaction(satisfied: 42 + 32, responses: 107).ShouldRoundTo(0.6916m, Unit.Ratio);

        // intercom.help/voc-metrics, What is CSAT: 10 fives and 20 fours of 50.
        Customers.CustomerSatisfaction(satisfied: 10 + 20, responses: 50).Should().Be(Quantity.Ratio(0.6m));
    }

    [Fact]
    public void CustomerEffortScore_TwoSurveys_IsThePublishedScore()
    {
        // support.cys.group, Customer effort score, 7-point scale to average: 4,080 over 1,000 responses.
        Customers.CustomerEffortScore(totalScore: 4_080, responses: 1_000).Should().Be(Quantity.Score(4.08m, 1, 7));

        // theprimecalculator.com, Customer effort score, worked example.
        Customers.CustomerEffortScore(totalScore: 350, responses: 100).Should().Be(Quantity.Score(3.5m, 1, 7));
    }

    [Fact]
    public void QuickRatio_TwoCompanies_IsThePublishedRatio()
    {
        // theprimecalculator.com, SaaS quick ratio: 2.92; super-calc.com, SaaS quick ratio, example 1: 4.92. None reactivated.
        Ratio(25_000, 10_000, 4_000, 8_000).ShouldRoundTo(2.92m, Unit.Ratio);
        Ratio(95_000, 28_000, 7_000, 18_000).Should().Be(Quantity.Ratio(4.92m));

        static Quantity Ratio(decimal @new, decimal expansion, decimal contraction, decimal churned) =>
            Customers.QuickRatio(Money.Usd(@new), Money.Usd(expansion), Money.Usd(0), Money.Usd(contraction), Money.Usd(churned));
    }

    [Fact]
    public void AnnualRecurringRevenue_OneSubscription_IsThePublishedRevenue() =>
        // simplicable.com, 5 examples of annual recurring revenue: 12 times $800.
        Customers.AnnualRecurringRevenue(Money.Usd(800)).Should().Be(Money.Usd(9_600));

    [Fact]
    public void CustomerLifetime_MonthlyAndYearlyChurn_IsThePublishedLifetime()
    {
        // ChurnZero, Churnopedia, Lifetime, customer: 40 months and 4 years; metrickittools.com, Customer lifetime: 33.3 months.
        Customers.CustomerLifetime(0.025m).Amount.Should().Be(40m);
        Customers.CustomerLifetime(0.25m).Amount.Should().Be(4m);
        Customers.CustomerLifetime(0.03m).ShouldRoundTo(33.3m, Unit.Count("period"));
    }

    [Fact]
    public void CustomerLifetimeValue_ThreeProducts_IsThePublishedValue()
    {
        // abracalc.com, Customer lifetime value: $1,600, $240,000 and $450.
        Customers.CustomerLifetimeValue(averageRevenue: Money.Usd(100), grossMargin: 0.8m, churnRate: 0.05m).Should().Be(Money.Usd(1_600));
        Customers.CustomerLifetimeValue(averageRevenue: Money.Usd(2_000), grossMargin: 0.6m, churnRate: 0.005m)
            .Should().Be(Money.Usd(240_000));
        Customers.CustomerLifetimeValue(averageRevenue: Money.Usd(50), grossMargin: 0.9m, churnRate: 0.1m).Should().Be(Money.Usd(450));
    }

    [Fact]
    public void LifetimeValueToCost_TwoCustomers_IsThePublishedRatio()
    {
        // geniegoals.co.uk, LTV:CAC ratio; freecpmcalculation.com, What is LTV:CAC.
        Customers.LifetimeValueToCost(lifetimeValue: Money.Usd(300), acquisitionCost: Money.Usd(50)).Should().Be(Quantity.Ratio(6m));
        Customers.LifetimeValueToCost(lifetimeValue: Money.Usd(240), acquisitionCost: Money.Usd(80)).Should().Be(Quantity.Ratio(3m));
    }

    [Fact]
    public void AcquisitionPayback_OneCustomer_IsThePublishedTime() =>
        // scoutmytool.com, CAC payback period: 200 over 50 · 75 % is 5.33 months.
        Customers.AcquisitionPayback(acquisitionCost: Money.Usd(200), averageRevenue: Money.Usd(50), grossMargin: 0.75m)
            .ShouldRoundTo(5.33m, Unit.Count("period"));
}

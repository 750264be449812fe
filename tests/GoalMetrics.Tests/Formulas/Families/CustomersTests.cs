namespace GoalMetrics.Tests.Formulas.Families;

public sealed class CustomersTests
{
    private static readonly Unit Usd = Unit.Money("USD");

    [Fact]
    public void ChurnRate_RealCustomers_IsThePublishedRate()
    {
        // Reference telco-churn: 1,869 of 7,043, published as 26.54 % (IBM; R 4.2.2).
        var churn = Customers.ChurnRate(customersLost: 1_869, customersAtStart: 7_043);
        churn.ShouldRoundTo(0.265369870793696m, Unit.Ratio);
        churn.ToString(null).Should().Be("26.54 %");
    }

    [Fact]
    public void RetentionRate_RealCustomers_IsTheRestOfThem()
    {
        // Reference telco-churn: 7,043 − 1,869 stayed and none were new, 1 − 0.265369870793696.
        Customers.RetentionRate(customersAtEnd: 5_174, newCustomers: 0, customersAtStart: 7_043)
            .ShouldRoundTo(0.734630129206304m, Unit.Ratio);
    }

    [Fact]
    public void RetentionRate_DifferentNouns_AreAllCustomers() =>
        Customers.RetentionRate(Quantity.Count(120, "subscriber"), Quantity.Count(30, "signup"), Quantity.Count(100, "customer"))
            .Should().Be(Quantity.Ratio(0.9m));

    [Fact]
    public void RetentionRate_MoreNewThanAtEnd_IsOutOfDomain()
    {
        Customers.RetentionRate(customersAtEnd: 10, newCustomers: 11, customersAtStart: 10)
            .ShouldBeUndefined(UndefinedReason.OutOfDomain, "newCustomers");
        Customers.RetentionRate(customersAtEnd: 10, newCustomers: 10, customersAtStart: 10).Should().Be(Quantity.Ratio(0m));
    }

    [Fact]
    public void AverageRevenuePerUser_RealCustomers_IsThePublishedFigure()
    {
        // Reference telco-churn, "arpu" (R 4.2.2).
        Customers.AverageRevenuePerUser(revenue: Money.Usd(456_116.6m), users: 7_043)
            .ShouldRoundTo(64.7616924605992m, Unit.Money("USD").Per("user"));
    }

    [Fact]
    public void AverageRevenuePerUser_NamedUsers_KeepsTheirName() =>
        Customers.AverageRevenuePerUser(Money.Dkk(6), Quantity.Count(4, "reader")).Should().Be(Money.Dkk(1.5m).Per("reader"));

    [Fact]
    public void CustomerLifetimeValue_OneProduct_IsThePublishedValue()
    {
        // abracalc.com, Customer lifetime value: $1,600.
        Customers.CustomerLifetimeValue(averageRevenue: Money.Usd(100), grossMargin: 0.8m, churnRate: 0.05m).Should().Be(Money.Usd(1_600));
    }

    [Fact]
    public void CustomerLifetimeValue_RevenuePerUser_IsPerUser()
    {
        var arpu = Customers.AverageRevenuePerUser(Money.Dkk(1_000), 10);
        Customers.CustomerLifetimeValue(arpu, 0.8m, 0.05m).Should().Be(Money.Dkk(1_600).Per("user"));
    }

    [Theory]
    [InlineData("1.01", "0.05", "grossMargin")]
    [InlineData("0.8", "1.01", "churnRate")]
    [InlineData("0.8", "-0.01", "churnRate")]
    [InlineData("1.01", "1.01", "grossMargin")]
    public void CustomerLifetimeValue_OutsideItsRange_IsOutOfDomain(string margin, string churn, string cause)
    {
        var value = Customers.CustomerLifetimeValue(Money.Dkk(100), Decimal(margin), Decimal(churn));
        value.ShouldBeUndefined(UndefinedReason.OutOfDomain, cause);
        value.Unit.Should().Be(Unit.Money("DKK"));
    }

    [Fact]
    public void CustomerLifetimeValue_OnItsBounds_IsDefined()
    {
        Customers.CustomerLifetimeValue(Money.Dkk(100), 1m, 1m).Should().Be(Money.Dkk(100));
        Customers.CustomerLifetimeValue(Money.Dkk(100), -0.5m, 0.5m).Should().Be(Money.Dkk(-100));
    }

    [Fact]
    public void CustomerLifetimeValue_UndefinedBeforeOutOfDomain_CarriesTheUndefined()
    {
        Customers.CustomerLifetimeValue(Money.Dkk(100), 2m, default).ShouldBeUndefined(UndefinedReason.OutOfDomain, "grossMargin");
    }

    [Fact]
    public void NetPromoterScore_ByDefinition_IsPromotersLessDetractors()
    {
        var scale = Unit.Score(-100m, 100m);

        // Reference nps: 60 promoters, 25 passives and 15 detractors of 100 (Reichheld 2003).
        Customers.NetPromoterScore(
            promoters: Quantity.Count(60, "promoter"),
            detractors: Quantity.Count(15, "detractor"),
            responses: Quantity.Count(100, "response"))
            .Should().Be(new Quantity(45m, scale));
    }

    [Fact]
    public void NetPromoterScore_AllOfOneMind_IsAtTheEndOfTheScale()
    {
        Customers.NetPromoterScore(7, 0, 7).Should().Be(Quantity.Score(100, -100, 100));
        Customers.NetPromoterScore(0, 7, 7).Should().Be(Quantity.Score(-100, -100, 100));
    }

    [Fact]
    public void NetPromoterScore_NoResponses_IsUndefined() =>
        Customers.NetPromoterScore(0, 0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "responses");

    [Fact]
    public void NetPromoterScore_MoreThanTheResponses_IsOutOfDomain()
    {
        var score = Customers.NetPromoterScore(60, 41, 100);
        score.ShouldBeUndefined(UndefinedReason.OutOfDomain, "responses");
        score.Unit.Should().Be(Unit.Score(-100m, 100m));
    }

    [Fact]
    public void ChurnRateOnAverageBase_AGrowingCompany_IsThePublishedRate() =>
        // Paddle, How to calculate your churn rate, the adjusted way (after Noble, Defining churn rate, Shopify): August.
        Customers.ChurnRateOnAverageBase(customersLost: 625, customersAtStart: 10_000, customersAtEnd: 14_375)
            .ShouldRoundTo(0.0513m, Unit.Ratio);

    [Fact]
    public void ChurnRateOnAverageBase_NoCustomers_IsUndefinedAndNamesBoth() =>
        Customers.ChurnRateOnAverageBase(5, 0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "customersAtStart + customersAtEnd");

    [Fact]
    public void CustomerGrowthRate_OneCompany_IsThePublishedRate()
    {
        // jirav.com, SaaS metrics library, Customer growth %.
        Customers.CustomerGrowthRate(customersAtStart: 100, customersAtEnd: 120).Should().Be(Quantity.Ratio(0.2m));
    }

    [Fact]
    public void CustomerGrowthRate_FewerCustomers_IsNegative()
    {
        // By hand: (800 - 1,000) / 1,000.
        Customers.CustomerGrowthRate(1_000, 800).Should().Be(Quantity.Ratio(-0.2m));
    }

    [Fact]
    public void RevenueKeptAndLost_MoreLostThanThereWas_IsOutOfDomainInAllOfThem()
    {
        var (lost, opening, none) = (Money.Dkk(80), Money.Dkk(100), Money.Dkk(0));
        Customers.RevenueChurnRate(lost, lost, opening).ShouldBeUndefined(UndefinedReason.OutOfDomain, "churnedRevenue");
        Customers.GrossRevenueRetention(opening, lost, lost).ShouldBeUndefined(UndefinedReason.OutOfDomain, "churnedRevenue");
        Customers.NetRevenueRetention(opening, none, lost, lost).ShouldBeUndefined(UndefinedReason.OutOfDomain, "churnedRevenue");
        Customers.RevenueChurnRate(opening, none, opening).Should().Be(Quantity.Ratio(1m));
        Customers.GrossRevenueRetention(opening, none, opening).Should().Be(Quantity.Ratio(0m));
        Customers.NetRevenueRetention(opening, none, none, opening).Should().Be(Quantity.Ratio(0m));
        Customers.GrossRevenueRetention(none, lost, none).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "openingRevenue");
    }

    [Fact]
    public void RevenueChurnRate_RealCompany_IsThePublishedRate()
    {
        // Reference telco-churn: MRR 456,116.60, of it 139,130.85 lost; R 4.2.2.
        Customers.RevenueChurnRate(Money.Usd(139_130.85m), Money.Usd(0), Money.Usd(456_116.60m))
            .ShouldRoundTo(0.305033515552821m, Unit.Ratio);

        // By hand: (20 + 13) / 660.
        Customers.RevenueChurnRate(Money.Usd(20), Money.Usd(13), Money.Usd(660)).Should().Be(Quantity.Ratio(0.05m));
    }

    [Fact]
    public void RevenueRetention_MrrPlaybook_IsThePublishedRate()
    {
        // Reference mrr-waterfall-2018-12: open 575, upgrade 50, downgrade 65, churn 0.
        Customers.GrossRevenueRetention(Money.Usd(575), Money.Usd(65), Money.Usd(0)).ShouldRoundTo(0.88695652173913m, Unit.Ratio);
        Customers.NetRevenueRetention(Money.Usd(575), Money.Usd(50), Money.Usd(65), Money.Usd(0))
            .ShouldRoundTo(0.973913043478261m, Unit.Ratio);

        // Reference mrr-waterfall-2019-04: open 660, upgrade 65; 50 reactivated, which does not count.
        Customers.NetRevenueRetention(Money.Usd(660), Money.Usd(65), Money.Usd(0), Money.Usd(0))
            .ShouldRoundTo(1.09848484848485m, Unit.Ratio);
    }

    [Fact]
    public void QuickRatio_OneCompany_IsThePublishedRatio()
    {
        // theprimecalculator.com, SaaS quick ratio: 2.92. None reactivated.
        Customers.QuickRatio(Money.Usd(25_000), Money.Usd(10_000), Money.Usd(0), Money.Usd(4_000), Money.Usd(8_000))
            .ShouldRoundTo(2.92m, Unit.Ratio);
    }

    [Fact]
    public void QuickRatio_ByHand_IsGainedOverLost()
    {
        // By hand: (120 + 65 + 50) / (40 + 54) = 235 / 94.
        Customers.QuickRatio(Money.Usd(120), Money.Usd(65), Money.Usd(50), Money.Usd(40), Money.Usd(54)).Should().Be(Quantity.Ratio(2.5m));
        Customers.QuickRatio(Money.Usd(120), Money.Usd(65), Money.Usd(50), Money.Usd(0), Money.Usd(0))
            .ShouldBeUndefined(UndefinedReason.ZeroDenominator, "contractionRevenue + churnedRevenue");
    }

    [Fact]
    public void AverageRevenuePerCustomer_RealShop_IsThePublishedAverage()
    {
        // Reference cdnow-totals: 2,500,315.63 over 23,570.
        Customers.AverageRevenuePerCustomer(Money.Usd(2_500_315.63m), 23_570).ShouldRoundTo(106.080425540942m, Usd.Per("customer"));
    }

    [Fact]
    public void AnnualRecurringRevenue_MrrPlaybook_IsTwelveMonths() =>
        // By hand from reference mrr-waterfall-2019-04: 12 × 895.
        Customers.AnnualRecurringRevenue(Money.Usd(895)).Should().Be(Money.Usd(10_740));

    [Fact] // A price of a year is that of a year already; one of a month says per year afterwards.
    public void AnnualRecurringRevenue_MoneyPerTime_IsMoneyPerYear()
    {
        var (month, year) = (Unit.Duration(DurationUnit.Month), Unit.Duration(DurationUnit.Year));
        var perYear = Unit.Money("EUR").Per(year);

        Customers.AnnualRecurringRevenue(new(1_200m, perYear)).Should().Be(new Quantity(1_200m, perYear));
        Customers.AnnualRecurringRevenue(new(100m, Unit.Money("EUR").Per(month))).Should().Be(new Quantity(1_200m, perYear));
        Customers.AnnualRecurringRevenue(new(100m, Unit.Money("EUR").Per("customer").Per(month)))
            .Should().Be(new Quantity(1_200m, Unit.Money("EUR").Per("customer").Per(year)));
        Customers.AnnualRecurringRevenue(new(10m, Unit.Money("EUR").Per("order")))
            .Should().Be(new Quantity(120m, Unit.Money("EUR").Per("order")));
    }

    [Fact]
    public void AnnualRecurringRevenue_NotKnownOrTooLarge_NamesTheInput()
    {
        var perMonth = Unit.Money("EUR").Per(Unit.Duration(DurationUnit.Month));
        var perYear = Unit.Money("EUR").Per(Unit.Duration(DurationUnit.Year));

        Customers.AnnualRecurringRevenue(default).ShouldBeUndefined(UndefinedReason.NoData, "monthlyRecurringRevenue");
        Customers.AnnualRecurringRevenue(Money.Eur(decimal.MaxValue)).Should().Be(
            Quantity.Undefined(UndefinedReason.Overflow, "monthlyRecurringRevenue", Unit.Money("EUR")));
        Customers.AnnualRecurringRevenue(new(decimal.MaxValue, perMonth)).Should().Be(
            Quantity.Undefined(UndefinedReason.Overflow, "monthlyRecurringRevenue", perYear));
        Customers.AnnualRecurringRevenue(Quantity.Undefined(UndefinedReason.Immature, "mrr", perMonth)).Should().Be(
            Quantity.Undefined(UndefinedReason.Immature, "mrr", perYear));
        Messages.Of<ArgumentException>(() => Customers.AnnualRecurringRevenue(12)).Should().Be(
            "Expected money in a currency, such as Money.Dkk(100) or Money.Of(100, \"EUR\"); found count 12."
            + " (Parameter 'monthlyRecurringRevenue')");
    }

    [Theory] // Twelve weeks are no year.
    [InlineData(DurationUnit.Day, "EUR per day", "days")]
    [InlineData(DurationUnit.Week, "EUR per week", "weeks")]
    public void AnnualRecurringRevenue_MoneyPerShorterTime_IsRefused(DurationUnit time, string found, string times) =>
        Messages.Of<UnitMismatchException>(
                () => Customers.AnnualRecurringRevenue(new(100m, Unit.Money("EUR").Per(Unit.Duration(time)))))
            .Should().Be(
                $"'monthlyRecurringRevenue' is in {found}: expected money, money per month or money per year, as neither a month nor a year"
                + $" is a fixed number of {times}. State what a month brings in.");

    [Theory] // EUR 100 a period at a margin of 60 % and a churn of 5 % a period: EUR 1,200, not per month.
    [InlineData(DurationUnit.Week)]
    [InlineData(DurationUnit.Month)]
    [InlineData(DurationUnit.Year)]
    public void CustomerLifetimeValue_MoneyPerTime_IsMoney(DurationUnit time) => Customers
        .CustomerLifetimeValue(new(100m, Unit.Money("EUR").Per(Unit.Duration(time))), 0.6m, 0.05m)
        .Should().Be(Money.Eur(1_200));

    [Fact] // 60 · 0.8 / (1 + 0.2 − 0.8) = 120, and 60 · 1.2 / 0.4 = 180.
    public void DiscountedLifetimeValue_MoneyPerMonth_IsMoney()
    {
        var margin = new Quantity(60m, Unit.Money("EUR").Per(Unit.Duration(DurationUnit.Month)));
        Customers.DiscountedLifetimeValue(margin, 0.8m, 0.2m).Should().Be(Money.Eur(120));
        Customers.DiscountedLifetimeValuePaidAtStart(margin, 0.8m, 0.2m).Should().Be(Money.Eur(180));
    }

    [Theory] // EUR 300 that come back at EUR 1,200 a year or EUR 100 a month.
    [InlineData(DurationUnit.Year, 1_200, "0.25 years")]
    [InlineData(DurationUnit.Month, 100, "3 months")]
    [InlineData(DurationUnit.Week, 100, "3 weeks")]
    public void AcquisitionPayback_MoneyPerTime_IsInThatTime(DurationUnit unit, int revenue, string expected) => Customers
        .AcquisitionPayback(Money.Eur(300), new(revenue, Unit.Money("EUR").Per(Unit.Duration(unit))), 1m)
        .ToString(null).Should().Be(expected);

    [Fact]
    public void CustomerLifetime_MonthlyChurn_IsThePublishedLifetime()
    {
        // ChurnZero, Churnopedia, Lifetime, customer: 40 months.
        Customers.CustomerLifetime(0.025m).Amount.Should().Be(40m);
    }

    [Fact]
    public void CustomerLifetime_ChurnAboveOne_IsOutOfDomain()
    {
        Customers.CustomerLifetime(1.5m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "churnRate");
    }

    [Fact]
    public void DiscountedLifetimeValue_GuptaAndLehmann_IsThePublishedValue()
    {
        // Reference clv-simple: m = 100, r = 0.8, d = 0.1; at the period's end and at once.
        Customers.DiscountedLifetimeValue(Money.Usd(100), 0.8m, 0.1m).ShouldRoundTo(266.666666666667m, Usd);
        Customers.DiscountedLifetimeValuePaidAtStart(Money.Usd(100), 0.8m, 0.1m).ShouldRoundTo(366.666666666667m, Usd);
        Customers.DiscountedLifetimeValue(Money.Usd(100), 1m, 0m).Reason.Should().Be(UndefinedReason.ZeroDenominator);
        Customers.DiscountedLifetimeValuePaidAtStart(Money.Usd(100), 1m, 0m).Reason.Should().Be(UndefinedReason.ZeroDenominator);
    }

    [Fact]
    public void LifetimeValueToCost_OneCustomer_IsThePublishedRatio()
    {
        // geniegoals.co.uk, LTV:CAC ratio.
        Customers.LifetimeValueToCost(lifetimeValue: Money.Usd(300), acquisitionCost: Money.Usd(50)).Should().Be(Quantity.Ratio(6m));
    }

    [Fact]
    public void LifetimeValueToCost_OfBuiltInResults_IsARatio()
    {
        // By hand: 1,200 / 400, both money per customer, as the built-in formulas give them.
        var lifetimeValue = Customers.CustomerLifetimeValue(Customers.AverageRevenuePerUser(Money.Eur(1_000), 10), 0.6m, 0.05m);
        Customers.LifetimeValueToCost(lifetimeValue, Marketing.CustomerAcquisitionCost(Money.Eur(8_000), 20))
            .Should().Be(Quantity.Ratio(3m));
        Messages.Of<UnitMismatchException>(() => Customers.LifetimeValueToCost(Money.Eur(1_200).Per("user"), Money.Usd(400)))
            .Should().Contain("EUR and USD");
    }

    [Fact]
    public void AcquisitionPayback_OneCustomer_IsThePublishedTime() =>
        // scoutmytool.com, CAC payback period: 200 over 50 · 75 % is 5.33 months.
        Customers.AcquisitionPayback(acquisitionCost: Money.Usd(200), averageRevenue: Money.Usd(50), grossMargin: 0.75m)
            .ShouldRoundTo(5.33m, Unit.Count("period"));

    [Fact]
    public void AcquisitionPayback_ByHand_IsInPeriods()
    {
        // By hand: 600 / (100 × 0.75) = 8 months.
        Customers.AcquisitionPayback(Money.Dkk(600).Per("customer"), Money.Dkk(100).Per("user"), 0.75m)
            .Should().Be(Quantity.Count(8, "period"));
        Customers.AcquisitionPayback(Money.Dkk(600), Money.Dkk(100), 0m).Reason.Should().Be(UndefinedReason.ZeroDenominator);
    }

    [Fact]
    public void CustomerEffortScore_OneSurvey_IsThePublishedScore()
    {
        // support.cys.group, Customer effort score, 7-point scale to average: 4,080 over 1,000 responses.
        Customers.CustomerEffortScore(totalScore: 4_080, responses: 1_000).Should().Be(Quantity.Score(4.08m, 1, 7));
    }

    [Fact]
    public void CustomerEffortScore_OffItsScale_IsOutOfDomain()
    {
        Customers.CustomerEffortScore(1_401, 200).ShouldBeUndefined(UndefinedReason.OutOfDomain, "totalScore");
        Customers.CustomerEffortScore(199, 200).ShouldBeUndefined(UndefinedReason.OutOfDomain, "totalScore");
    }

    [Fact]
    public void RuleOf40_ByHand_IsTheSum()
    {
        // By hand: 0.32 + 0.11.
        Customers.RuleOf40(0.32m, 0.11m).Should().Be(Quantity.Ratio(0.43m));
    }

    [Fact]
    public void MagicNumber_OneQuarter_IsThePublishedNumber() =>
        // bigdelta.com, SaaS magic number.
        Customers.MagicNumber(changeInRecurringRevenue: Money.Usd(60_000), priorSalesAndMarketing: Money.Usd(40_000))
            .Should().Be(Quantity.Ratio(1.5m));

    [Fact]
    public void BurnMultiple_OneCompany_IsThePublishedMultiple()
    {
        // winsabove.com, Burn multiple, company A. In millions.
        Customers.BurnMultiple(netBurn: Money.Usd(4), netNewRecurringRevenue: Money.Usd(5)).Should().Be(Quantity.Ratio(0.8m));
    }

    [Fact]
    public void Stickiness_OneProduct_IsThePublishedRate()
    {
        // runfutureproof.com, Stickiness (DAU/MAU).
        Customers.Stickiness(dailyActiveUsers: 3_000, monthlyActiveUsers: 15_000).Should().Be(Quantity.Ratio(0.2m));
    }

    [Fact]
    public void ActivationRate_OneProduct_IsThePublishedRate()
    {
        // metrickittools.com, Activation rate.
        Customers.ActivationRate(activatedUsers: 1_200, newUsers: 5_000).Should().Be(Quantity.Ratio(0.24m));
    }

    [Fact]
    public void AdoptionRate_OneFeature_IsThePublishedRate()
    {
        // calclet.com, SaaS feature adoption rate: about 27.81 %.
        Customers.AdoptionRate(adopters: 3_560, users: 12_800).ShouldRoundTo(0.2781m, Unit.Ratio);
    }

    [Fact]
    public void ReferralRate_AHundredCustomers_IsThePublishedRate() =>
        // okrify.com, Referral rate: 25 of 100 customers refer new ones.
        Customers.ReferralRate(referringCustomers: 25, customers: 100).Should().Be(Quantity.Ratio(0.25m));

    [Fact]
    public void CustomerSatisfaction_OneSurvey_IsThePublishedScore()
    {
        // Delighted (help.delighted.com), How is CSAT calculated: 42 fives and 32 fours of 107 are 69.16 %.
        Customers.CustomerSatisfaction(satisfied: 42 + 32, responses: 107).ShouldRoundTo(0.6916m, Unit.Ratio);
    }

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

namespace GoalMetrics.Tests.Formulas;

// Figures for the formulas of subscriptions, value and experience.
public sealed class SubscriptionFormulasTests
{
    private static readonly Unit Usd = Unit.Money("USD");

    [Fact]
    public void ChurnRate_RealCompany_IsThePublishedRate()
    {
        // Reference telco-churn: 1,869 of 7,043 (IBM Telco), R 4.2.2.
        Customers.ChurnRate(customersLost: 1_869, customersAtStart: 7_043).ShouldRoundTo(0.265369870793696m, Unit.Ratio);

        // Reference telco-churn-contract: two-year contracts, 48 of 1,695.
        Customers.ChurnRate(48, 1_695).ShouldRoundTo(0.0283185840707965m, Unit.Ratio);
    }

    [Fact]
    public void ChurnRateOnAverageBase_ByHand_DividesByTheAverage()
    {
        // By hand: 50 / ((800 + 1,200) / 2) = 0.05; against the start alone it is 0.0625.
        Customers.ChurnRateOnAverageBase(50, 800, 1_200).Should().Be(Quantity.Ratio(0.05m));
        Customers.ChurnRate(50, 800).Should().Be(Quantity.Ratio(0.0625m));
        Customers.ChurnRateOnAverageBase(5, 0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "customersAtStart + customersAtEnd");
    }

    [Fact]
    public void CustomerGrowthRate_ByHand_IsTheGrowth()
    {
        // By hand: (1,000 - 800) / 800.
        Customers.CustomerGrowthRate(800, 1_000).Should().Be(Quantity.Ratio(0.25m));
        Customers.CustomerGrowthRate(1_000, 800).Should().Be(Quantity.Ratio(-0.2m));
        Customers.CustomerGrowthRate(0, 5).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "customersAtStart");
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
        Customers.RevenueChurnRate(Money.Usd(1), Money.Usd(1), Money.Usd(0))
            .ShouldBeUndefined(UndefinedReason.ZeroDenominator, "openingRevenue");
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
        Customers.GrossRevenueRetention(Money.Usd(660), Money.Usd(0), Money.Usd(0)).Should().Be(Quantity.Ratio(1m));
    }

    [Fact]
    public void RevenueRetention_NothingAtTheStartOrMoreLostThanThereWas_IsUndefined()
    {
        Customers.GrossRevenueRetention(Money.Usd(0), Money.Usd(0), Money.Usd(0))
            .ShouldBeUndefined(UndefinedReason.ZeroDenominator, "openingRevenue");
        Customers.NetRevenueRetention(Money.Usd(0), Money.Usd(1), Money.Usd(0), Money.Usd(0))
            .ShouldBeUndefined(UndefinedReason.ZeroDenominator, "openingRevenue");
        Customers.GrossRevenueRetention(Money.Usd(10), Money.Usd(6), Money.Usd(5))
            .ShouldBeUndefined(UndefinedReason.OutOfDomain, "churnedRevenue");
        Messages.Of<UnitMismatchException>(() => Customers.GrossRevenueRetention(Money.Usd(10), Money.Eur(6), Money.Usd(5)))
            .Should().Contain("USD and EUR");
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
    public void AverageRevenue_RealCompanies_IsThePublishedAverage()
    {
        // Reference telco-churn: ARPU of 456,116.60 over 7,043. Reference cdnow-totals: 2,500,315.63 over 23,570.
        Customers.AverageRevenuePerUser(Money.Usd(456_116.60m), 7_043).ShouldRoundTo(64.7616924605992m, Usd.Per("user"));
        Customers.AverageRevenuePerCustomer(Money.Usd(2_500_315.63m), 23_570).ShouldRoundTo(106.080425540942m, Usd.Per("customer"));
        Customers.AverageRevenuePerCustomer(Money.Usd(1), 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "customers");
    }

    [Fact]
    public void AnnualRecurringRevenue_MrrPlaybook_IsTwelveMonths() =>
        // By hand from reference mrr-waterfall-2019-04: 12 × 895.
        Customers.AnnualRecurringRevenue(Money.Usd(895)).Should().Be(Money.Usd(10_740));

    [Fact]
    public void CustomerLifetime_ByHand_IsTheReciprocalOfChurn()
    {
        // By hand: 1 / 0.025 = 40 months of a monthly churn.
        Customers.CustomerLifetime(0.025m).Should().Be(Quantity.Count(40, "period"));
        Customers.CustomerLifetime(0m).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "churnRate");
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
        Customers.DiscountedLifetimeValue(Money.Usd(100), 1.2m, 0.1m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "retentionRate");
        Customers.DiscountedLifetimeValuePaidAtStart(Money.Usd(100), 0.8m, -0.1m)
            .ShouldBeUndefined(UndefinedReason.OutOfDomain, "discountRate");
    }

    [Fact]
    public void LifetimeValueToCost_OfBuiltInResults_IsARatio()
    {
        // By hand: 1,200 / 400; money and money per customer alike, as the built-in formulas give them.
        Customers.LifetimeValueToCost(Money.Eur(1_200), Money.Eur(400)).Should().Be(Quantity.Ratio(3m));
        var lifetimeValue = Customers.CustomerLifetimeValue(Customers.AverageRevenuePerUser(Money.Eur(1_000), 10), 0.6m, 0.05m);
        Customers.LifetimeValueToCost(lifetimeValue, Marketing.CustomerAcquisitionCost(Money.Eur(8_000), 20))
            .Should().Be(Quantity.Ratio(3m));
        Customers.LifetimeValueToCost(Money.Eur(1_200), Money.Eur(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "acquisitionCost");
        Messages.Of<UnitMismatchException>(() => Customers.LifetimeValueToCost(Money.Eur(1_200).Per("user"), Money.Usd(400)))
            .Should().Contain("EUR and USD");
    }

    [Fact]
    public void AcquisitionPayback_ByHand_IsInPeriods()
    {
        // By hand: 600 / (100 × 0.75) = 8 months.
        Customers.AcquisitionPayback(Money.Dkk(600).Per("customer"), Money.Dkk(100).Per("user"), 0.75m)
            .Should().Be(Quantity.Count(8, "period"));
        Customers.AcquisitionPayback(Money.Dkk(600), Money.Dkk(100), 0m).Reason.Should().Be(UndefinedReason.ZeroDenominator);
        Customers.AcquisitionPayback(Money.Dkk(600), Money.Dkk(100), 1.1m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "grossMargin");
    }

    [Fact]
    public void Shares_ByHand_ArePartOverWhole()
    {
        // By hand: 1,200 / 4,800; 450 / 1,800; 330 / 1,200; 84 / 1,050; 172 / 215.
        Customers.Stickiness(1_200, 4_800).Should().Be(Quantity.Ratio(0.25m));
        Customers.ActivationRate(450, 1_800).Should().Be(Quantity.Ratio(0.25m));
        Customers.AdoptionRate(330, 1_200).Should().Be(Quantity.Ratio(0.275m));
        Customers.ReferralRate(84, 1_050).Should().Be(Quantity.Ratio(0.08m));
        Customers.CustomerSatisfaction(172, 215).Should().Be(Quantity.Ratio(0.8m));
        Customers.Stickiness(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "monthlyActiveUsers");
        Customers.ActivationRate(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "newUsers");
        Customers.AdoptionRate(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "users");
        Customers.ReferralRate(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "customers");
        Customers.CustomerSatisfaction(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "responses");
    }

    [Fact]
    public void CustomerEffortScore_ByHand_IsTheMeanOnItsScale()
    {
        // By hand: 1,130 / 200.
        Customers.CustomerEffortScore(1_130, 200).Should().Be(Quantity.Score(5.65m, 1, 7));
        Customers.CustomerEffortScore(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "responses");
        Customers.CustomerEffortScore(1_401, 200).ShouldBeUndefined(UndefinedReason.OutOfDomain, "totalScore");
        Customers.CustomerEffortScore(199, 200).ShouldBeUndefined(UndefinedReason.OutOfDomain, "totalScore");
    }

    [Fact]
    public void Efficiency_ByHand_IsWhatItSays()
    {
        // By hand: 0.32 + 0.11; 900 / 1,200; 600 / 400.
        Customers.RuleOf40(0.32m, 0.11m).Should().Be(Quantity.Ratio(0.43m));
        Customers.MagicNumber(Money.Eur(900_000), Money.Eur(1_200_000)).Should().Be(Quantity.Ratio(0.75m));
        Customers.BurnMultiple(Money.Eur(600_000), Money.Eur(400_000)).Should().Be(Quantity.Ratio(1.5m));
        Customers.MagicNumber(Money.Eur(1), Money.Eur(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "priorSalesAndMarketing");
        Customers.BurnMultiple(Money.Eur(1), Money.Eur(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "netNewRecurringRevenue");
        Customers.BurnMultiple(Money.Eur(1), Money.Eur(-5)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "netNewRecurringRevenue");
    }

    [Theory]
    [InlineData("churn-rate", "+-")]
    [InlineData("churn-rate-on-average-base", "+--")]
    [InlineData("retention-rate", "+--")]
    [InlineData("customer-growth-rate", "-+")]
    [InlineData("revenue-churn-rate", "++-")]
    [InlineData("net-revenue-retention", "+++-", false)]
    [InlineData("quick-ratio", "+++--")]
    [InlineData("average-revenue-per-user", "+-")]
    [InlineData("average-revenue-per-customer", "+-")]
    [InlineData("annual-recurring-revenue", "+")]
    [InlineData("customer-lifetime", "-")]
    [InlineData("customer-lifetime-value", "++-")]
    [InlineData("discounted-lifetime-value", "++-")]
    [InlineData("discounted-lifetime-value-paid-at-start", "++-")]
    [InlineData("lifetime-value-to-cost", "+-")]
    [InlineData("acquisition-payback", "+--")]
    [InlineData("stickiness", "+-")]
    [InlineData("activation-rate", "+-")]
    [InlineData("adoption-rate", "+-")]
    [InlineData("referral-rate", "+-")]
    [InlineData("net-promoter-score", "+--")]
    [InlineData("customer-satisfaction", "+-")]
    [InlineData("customer-effort-score", "+-")]
    [InlineData("rule-of-40", "++")]
    [InlineData("magic-number", "+-")]
    [InlineData("burn-multiple", "+-")]
    [InlineData("first-contact-resolution", "+-")]
    [InlineData("resolution-rate", "+-")]
    [InlineData("average-handle-time", "+++-")]
    [InlineData("average-response-time", "+-")]
    [InlineData("service-level", "+-")]
    [InlineData("backlog-rate", "+-")]
    [InlineData("uptime", "+-")]
    [InlineData("error-budget-remaining", "+-", false)]
    [InlineData("mean-time-to-recover", "+-")]
    [InlineData("mean-time-between-failures", "+-")]
    [InlineData("employee-turnover", "+-")]
    [InlineData("employee-retention", "+-")]
    [InlineData("absence-rate", "+-")]
    [InlineData("time-to-hire", "+-")]
    [InlineData("offer-acceptance-rate", "+-")]
    [InlineData("employee-net-promoter-score", "+--")]
    [InlineData("training-hours-per-employee", "+-")]
    public void Result_OneInputRaised_MovesAsItCounts(string id, string signs, bool oneByOne = true)
    {
        if (oneByOne)
        {
            CommercialLaws.ShouldMove(id, signs);
        }
        else
        {
            // 1 % more of a share near 1, or of nothing, is not in the range: half of what is missing to 1 instead.
            var formula = FormulaCatalog.Default.Find(id);
            Quantity[] inputs = [.. formula.Description.Example!.Inputs];
            inputs = [.. inputs.Select(input => input.Unit!.Kind == UnitKind.Ratio ? input : input + Money.Usd(100))];
            var before = formula.Evaluate(inputs);
            for (var i = 0; i < signs.Length; i++)
            {
                Quantity[] raised = [.. inputs];
                raised[i] = raised[i].Unit!.Kind == UnitKind.Ratio
                    ? Quantity.Ratio((1m + raised[i].Amount) / 2m)
                    : raised[i] + Money.Usd(1);
                if (id != "net-revenue-retention" || i is 1 or 3)
                {
                    (formula.Evaluate(raised) > before).Should().Be(signs[i] == '+');
                }
            }
        }
    }

    [Theory]
    [InlineData("revenue-churn-rate")]
    [InlineData("gross-revenue-retention")]
    [InlineData("net-revenue-retention")]
    [InlineData("quick-ratio")]
    [InlineData("lifetime-value-to-cost")]
    [InlineData("acquisition-payback")]
    [InlineData("magic-number")]
    [InlineData("burn-multiple")]
    public void Result_AllMoneyScaled_StaysTheSame(string id) => CommercialLaws.ShouldStayWhenScaled(id, UnitKind.Money);

    [Theory]
    [InlineData("churn-rate")]
    [InlineData("churn-rate-on-average-base")]
    [InlineData("retention-rate")]
    [InlineData("customer-growth-rate")]
    [InlineData("stickiness")]
    [InlineData("net-promoter-score")]
    [InlineData("customer-satisfaction")]
    [InlineData("resolution-rate")]
    [InlineData("backlog-rate")]
    [InlineData("employee-turnover")]
    [InlineData("offer-acceptance-rate")]
    public void Result_AllCountsScaled_StaysTheSame(string id) => CommercialLaws.ShouldStayWhenScaled(id, UnitKind.Count);
}

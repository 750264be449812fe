namespace GoalMetrics.Tests.Formulas;

public sealed class CustomersTests
{
    [Fact]
    public void ChurnRate_RealCustomers_IsThePublishedRate()
    {
        // Reference telco-churn: 1,869 of 7,043, published as 26.54 % (IBM; R 4.2.2).
        var churn = Customers.ChurnRate(customersLost: 1_869, customersAtStart: 7_043);
        churn.ShouldRoundTo(0.265369870793696m, Unit.Ratio);
        churn.ToString(null).Should().Be("26.54 %");

        // Reference telco-churn-contract: month-to-month and two years.
        Customers.ChurnRate(customersLost: 1_655, customersAtStart: 3_875).ShouldRoundTo(0.427096774193548m, Unit.Ratio);
        Customers.ChurnRate(customersLost: 48, customersAtStart: 1_695).ShouldRoundTo(0.0283185840707965m, Unit.Ratio);
    }

    [Fact]
    public void ChurnRate_NoCustomersAtStart_IsUndefined() =>
        Customers.ChurnRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "customersAtStart");

    [Fact]
    public void RetentionRate_ByHand_LeavesOutTheNew()
    {
        // By the definition, (at end − new) / at start: (120 − 30) / 100.
        Customers.RetentionRate(customersAtEnd: 120, newCustomers: 30, customersAtStart: 100).Should().Be(Quantity.Ratio(0.9m));

        // Reference telco-churn: 7,043 − 1,869 stayed and none were new, 1 − 0.265369870793696.
        Customers.RetentionRate(customersAtEnd: 5_174, newCustomers: 0, customersAtStart: 7_043)
            .ShouldRoundTo(0.734630129206304m, Unit.Ratio);
    }

    [Fact]
    public void RetentionRate_DifferentNouns_AreAllCustomers() =>
        Customers.RetentionRate(Quantity.Count(120, "subscriber"), Quantity.Count(30, "signup"), Quantity.Count(100, "customer"))
            .Should().Be(Quantity.Ratio(0.9m));

    [Fact]
    public void RetentionRate_NoCustomersAtStart_IsUndefined() =>
        Customers.RetentionRate(5, 5, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "customersAtStart");

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

        // Reference cdnow-totals, "arpu": revenue per customer.
        Customers.AverageRevenuePerUser(Money.Usd(2_500_315.63m), Quantity.Count(23_570, "customer"))
            .ShouldRoundTo(106.080425540942m, Unit.Money("USD").Per("customer"));
    }

    [Fact]
    public void AverageRevenuePerUser_NoUsers_IsUndefined() =>
        Customers.AverageRevenuePerUser(Money.Dkk(1), 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "users");

    [Fact]
    public void CustomerLifetimeValue_RevenuePerUser_IsPerUser()
    {
        var arpu = Customers.AverageRevenuePerUser(Money.Dkk(1_000), 10);
        Customers.CustomerLifetimeValue(arpu, 0.8m, 0.05m).Should().Be(Money.Dkk(1_600).Per("user"));
    }

    [Fact]
    public void CustomerLifetimeValue_NoChurn_IsUndefined() =>
        Customers.CustomerLifetimeValue(Money.Dkk(100), 0.8m, 0m).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "churnRate");

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
        Customers.CustomerLifetimeValue(default, 2m, 2m).ShouldBeUndefined(UndefinedReason.NoData, "averageRevenue");
        Customers.CustomerLifetimeValue(Money.Dkk(100), default, 2m).ShouldBeUndefined(UndefinedReason.NoData, "grossMargin");
        Customers.CustomerLifetimeValue(Money.Dkk(100), 2m, default).ShouldBeUndefined(UndefinedReason.OutOfDomain, "grossMargin");
    }

    [Fact]
    public void NetPromoterScore_ByDefinition_IsPromotersLessDetractors()
    {
        var scale = Unit.Score(-100m, 100m);

        // Reference nps: 60 promoters, 25 passives and 15 detractors of 100 (Reichheld 2003).
        Customers.NetPromoterScore(promoters: 60, detractors: 15, responses: 100).Should().Be(new Quantity(45m, scale));

        // By the same definition: 100 · (10 − 60) / 200.
        Customers.NetPromoterScore(promoters: 10, detractors: 60, responses: 200).Should().Be(new Quantity(-25m, scale));
    }

    [Fact]
    public void NetPromoterScore_AllOfOneMind_IsAtTheEndOfTheScale()
    {
        Customers.NetPromoterScore(7, 0, 7).Should().Be(Quantity.Score(100, -100, 100));
        Customers.NetPromoterScore(0, 7, 7).Should().Be(Quantity.Score(-100, -100, 100));
    }

    [Fact]
    public void NetPromoterScore_DifferentNouns_AreAllAnswers() =>
        Customers.NetPromoterScore(Quantity.Count(60, "promoter"), Quantity.Count(15, "detractor"), Quantity.Count(100, "response")).Amount
            .Should().Be(45m);

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

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

namespace GoalMetrics.Tests.Formulas.Families;

public sealed partial class MarketingTests
{
    [Fact]
    public void ConversionRate_RealShop_IsThePublishedRate()
    {
        // Reference shoppers-cr: 1,908 of 12,330 sessions bought (UCI, R 4.2.2).
        Marketing.ConversionRate(1_908, 12_330).ShouldRoundTo(0.154744525547445m, Unit.Ratio);
    }

    [Fact]
    public void ConversionRate_NoConversions_IsZeroAndDefined() =>
        Marketing.ConversionRate(0, 10).Should().Be(Quantity.Ratio(0m));

    [Fact]
    public void ConversionRate_MoreConversionsThanVisitors_IsAboveOne() =>
        // Visitors may convert more than once; the definition sets no ceiling.
        Marketing.ConversionRate(15, 10).Should().Be(Quantity.Ratio(1.5m));

    [Fact]
    public void ConversionRate_UndefinedInput_CarriesTheFirstReasonWithItsName()
    {
        var immature = Quantity.Undefined(UndefinedReason.Immature);
        Marketing.ConversionRate(immature, 0).ShouldBeUndefined(UndefinedReason.Immature, "conversions");
        Marketing.ConversionRate(1, immature).ShouldBeUndefined(UndefinedReason.Immature, "visitors");
        Marketing.ConversionRate(Quantity.Undefined(UndefinedReason.NoData, "shop 7"), 1)
            .ShouldBeUndefined(UndefinedReason.NoData, "shop 7");
    }

    [Fact]
    public void CartAbandonmentRate_OneShop_IsThePublishedRate() =>
        // gleam.io, How do I calculate cart abandonment rate.
        Marketing.CartAbandonmentRate(purchases: Quantity.Count(300, "order"), carts: Quantity.Count(1_000, "cart"))
            .Should().Be(Quantity.Ratio(0.7m));

    [Fact]
    public void CartAbandonmentRate_AllOrNothing_IsAtTheEnds()
    {
        Marketing.CartAbandonmentRate(purchases: 0, carts: 8).Should().Be(Quantity.Ratio(1m));
        Marketing.CartAbandonmentRate(purchases: 8, carts: 8).Should().Be(Quantity.Ratio(0m));
    }

    [Fact]
    public void CartAbandonmentRate_MorePurchasesThanCarts_IsOutOfDomain()
    {
        var rate = Marketing.CartAbandonmentRate(purchases: 11, carts: 10);
        rate.ShouldBeUndefined(UndefinedReason.OutOfDomain, "purchases");
        rate.Unit.Should().Be(Unit.Ratio);
    }

    [Fact]
    public void Lift_RealExperiment_IsTheRelativeDifference()
    {
        // Reference ztest-udacity: 17,264 of 145,310 against 17,489 of 145,274; quotient with 40 digits.
        var lift = Marketing.Lift(
            treatedRate: Marketing.ConversionRate(17_264, 145_310), controlRate: Marketing.ConversionRate(17_489, 145_274));
        lift.ShouldRoundTo(-0.0131097884589481m, Unit.Ratio);
    }

    [Fact]
    public void Lift_NothingLeft_IsMinusOne() =>
        Marketing.Lift(treatedRate: 0m, controlRate: 0.025m).Should().Be(Quantity.Ratio(-1m));

    [Fact]
    public void Lift_NegativeRateAndNoControl_IsOutOfDomain()
    {
        Marketing.Lift(-0.1m, 0m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "treatedRate");
    }

    [Fact]
    public void ViralCoefficient_OneWeek_IsThePublishedFactor()
    {
        // metricgen.io, Viral coefficient: week 3 of the sample data.
        Marketing.ViralCoefficient(invitationsPerUser: 2.5m, invitationConversionRate: 0.3m).Should().Be(Quantity.Ratio(0.75m));
    }

    [Fact]
    public void ViralCoefficient_FromCounts_TakesTheirQuotients() =>
        // By hand: 700 invitations of 200 users, 140 taken up: 3.5 · 0.2.
        Marketing.ViralCoefficient(Quantity.Count(700, "invitation") / Quantity.Count(200, "user"), Marketing.ConversionRate(140, 700))
            .Should().Be(Quantity.Ratio(0.7m));

    [Theory]
    [InlineData("-0.1", "0.2", "invitationsPerUser")]
    [InlineData("3", "-0.1", "invitationConversionRate")]
    [InlineData("3", "1.1", "invitationConversionRate")]
    [InlineData("-3", "1.1", "invitationsPerUser")]
    public void ViralCoefficient_OutsideItsRange_IsOutOfDomain(string invitations, string conversion, string cause)
    {
        var coefficient = Marketing.ViralCoefficient(Decimal(invitations), Decimal(conversion));
        coefficient.ShouldBeUndefined(UndefinedReason.OutOfDomain, cause);
        coefficient.Unit.Should().Be(Unit.Ratio);
    }

    [Fact]
    public void ViralCoefficient_OnItsBounds_IsDefined()
    {
        Marketing.ViralCoefficient(0m, 1m).Should().Be(Quantity.Ratio(0m));
        Marketing.ViralCoefficient(7m, 1m).Should().Be(Quantity.Ratio(7m));
        Marketing.ViralCoefficient(7m, 0m).Should().Be(Quantity.Ratio(0m));
    }

    [Fact]
    public void LeadConversionRate_RealAds_IsTheCustomersOverTheLeads()
    {
        // Reference kag-all: approved conversions of all enquiries; quotient with 40 digits.
        Marketing.LeadConversionRate(customers: 1_079, leads: 3_264).ShouldRoundTo(0.330575980392157m, Unit.Ratio);
    }

    [Fact]
    public void CouponRedemptionRate_ACatalogue_IsThePublishedRate() =>
        // cogrowmarketing.com, Let's talk about coupons.
        Marketing.CouponRedemptionRate(redeemed: 25_000, issued: 100_000).Should().Be(Quantity.Ratio(0.25m));

    [Fact]
    public void QualifiedLeadRate_OneCampaign_IsThePublishedRate()
    {
        // taglab.net, Lead qualification rate.
        Marketing.QualifiedLeadRate(qualifiedLeads: 50, leads: 200).Should().Be(Quantity.Ratio(0.25m));
    }

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

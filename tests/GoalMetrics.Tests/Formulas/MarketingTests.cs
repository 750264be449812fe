namespace GoalMetrics.Tests.Formulas;

public sealed class MarketingTests
{
    [Fact]
    public void ConversionRate_RealShops_IsThePublishedRate()
    {
        // Reference shoppers-cr: 1,908 of 12,330 sessions bought (UCI, R 4.2.2).
        Marketing.ConversionRate(1_908, 12_330).ShouldRoundTo(0.154744525547445m, Unit.Ratio);

        // Reference ga-store-2017q1: 713 transactions in 64,694 visits in January.
        Marketing.ConversionRate(conversions: 713, visitors: 64_694).ShouldRoundTo(0.0110211147865335m, Unit.Ratio);
    }

    [Fact]
    public void ConversionRate_ByHand_IsConversionsOverVisitors() =>
        Marketing.ConversionRate(conversions: 42, visitors: 1_200).Should().Be(Quantity.Ratio(0.035m));

    [Fact]
    public void ConversionRate_NoVisitors_IsUndefined()
    {
        Marketing.ConversionRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "visitors");
        Marketing.ConversionRate(5, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "visitors");
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
        Marketing.ConversionRate(default, immature).ShouldBeUndefined(UndefinedReason.NoData, "conversions");
        Marketing.ConversionRate(Quantity.Undefined(UndefinedReason.NoData, "shop 7"), 1).ShouldBeUndefined(UndefinedReason.NoData, "shop 7");
    }

    [Fact]
    public void ConversionRate_UndefinedInput_IsARatioAllTheSame() => Marketing.ConversionRate(default, default).Unit.Should().Be(Unit.Ratio);

    [Fact]
    public void ClickThroughRate_RealAds_IsThePublishedRate()
    {
        // Reference kag-all and kag-916 (R 4.2.2).
        Marketing.ClickThroughRate(clicks: 38_165, impressions: 213_434_828).ShouldRoundTo(0.000178813365923578m, Unit.Ratio);
        Marketing.ClickThroughRate(clicks: 113, impressions: 482_925).ShouldRoundTo(0.000233990785318631m, Unit.Ratio);
    }

    [Fact]
    public void ClickThroughRate_NoImpressions_IsUndefined() =>
        Marketing.ClickThroughRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "impressions");

    [Fact]
    public void CostPerAcquisition_RealAds_IsThePublishedCost()
    {
        // Reference kag-all and kag-916, "cac" (R 4.2.2): spend over approved conversions.
        var perConversion = Unit.Money("USD").Per("conversion");
        Marketing.CostPerAcquisition(cost: Money.Usd(58_705.229958205m), conversions: 1_079).ShouldRoundTo(54.4070713236376m, perConversion);
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
        Marketing.ReturnOnAdSpend(revenue: Money.Usd(124_220), adSpend: Money.Usd(58_705.229958205m)).ShouldRoundTo(2.11599545881071m, Unit.Ratio);

        // Reference kag-916: 24 approved, 58 enquiries.
        Marketing.ReturnOnAdSpend(revenue: Money.Usd(2_690), adSpend: Money.Usd(149.710000657m)).ShouldRoundTo(17.9680715262506m, Unit.Ratio);
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
        Messages.Of<UnitMismatchException>(() => Marketing.ReturnOnAdSpend(Quantity.Undefined(UndefinedReason.NoData, unit: Unit.Money("DKK")), Money.Eur(1)))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void ShareOfTraffic_ByHand_IsTheSourceOverAll()
    {
        // By the definition, sessions from the source / all sessions: 30 of 120 is a quarter.
        Marketing.ShareOfTraffic(sessionsFromSource: 30, allSessions: 120).Should().Be(Quantity.Ratio(0.25m));

        // Reference shoppers-cr: 10,551 of 12,330 sessions by returning visitors; quotient by GNU bc.
        Marketing.ShareOfTraffic(sessionsFromSource: 10_551, allSessions: 12_330).ShouldRoundTo(0.85571776155717761557m, Unit.Ratio);
    }

    [Fact]
    public void ShareOfTraffic_NoSessions_IsUndefined() =>
        Marketing.ShareOfTraffic(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "allSessions");
}

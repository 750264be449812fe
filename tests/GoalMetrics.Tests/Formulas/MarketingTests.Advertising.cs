namespace GoalMetrics.Tests.Formulas;

public sealed partial class MarketingTests
{
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
    public void CostPerClick_RealAds_IsThePublishedCost()
    {
        // Reference kag-all and kag-916, "cpc" (R 4.2.2).
        var perClick = Unit.Money("USD").Per("click");
        Marketing.CostPerClick(cost: Money.Usd(58_705.229958205m), clicks: 38_165).ShouldRoundTo(1.53819546595585m, perClick);
        Marketing.CostPerClick(cost: Money.Usd(149.710000657m), clicks: 113).ShouldRoundTo(1.32486726245133m, perClick);
    }

    [Fact]
    public void CostPerClick_NoClicks_IsUndefinedInItsUnit()
    {
        var cost = Marketing.CostPerClick(Money.Dkk(300), 0);
        cost.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "clicks");
        cost.Unit.Should().Be(Unit.Money("DKK").Per("click"));
        Marketing.CostPerClick(Money.Dkk(300), default).Unit.Should().Be(Unit.Money("DKK").Per("click"));
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
    public void CostPerMille_RealAds_IsThePublishedCost()
    {
        // Reference kag-all and kag-916, "cpm" (R 4.2.2).
        var perThousand = Unit.Money("USD").Per("thousand impressions");
        Marketing.CostPerMille(cost: Money.Usd(58_705.229958205m), impressions: 213_434_828).ShouldRoundTo(0.275049908715952m, perThousand);
        Marketing.CostPerMille(cost: Money.Usd(149.710000657m), impressions: 482_925).ShouldRoundTo(0.310006731183931m, perThousand);
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
    public void CostPerMille_NoImpressions_IsUndefinedInItsUnit()
    {
        var cost = Marketing.CostPerMille(Money.Dkk(300), 0);
        cost.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "impressions");
        cost.Unit.Should().Be(Unit.Money("DKK").Per("thousand impressions"));
        Marketing.CostPerMille(Money.Dkk(300), default).Unit.Should().Be(Unit.Money("DKK").Per("thousand impressions"));
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
    public void Frequency_ByHand_IsImpressionsPerPerson()
    {
        // By hand: 54,000 / 15,000.
        Marketing.Frequency(impressions: 54_000, reach: 15_000).Should().Be(new Quantity(3.6m, Unit.Count("impression").Per("person")));
        Marketing.Frequency(Quantity.Count(54, "view"), Quantity.Count(15, "household"))
            .Should().Be(new Quantity(3.6m, Unit.Count("view").Per("household")));
    }

    [Fact]
    public void Frequency_NobodyReached_IsUndefinedInItsUnit()
    {
        var frequency = Marketing.Frequency(54_000, 0);
        frequency.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "reach");
        frequency.Unit.Should().Be(Unit.Count("impression").Per("person"));
    }

    [Fact]
    public void ShareOfVoice_NoMarket_IsUndefined() =>
        Marketing.ShareOfVoice(Money.Dkk(0), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "market");

    [Fact]
    public void ShareOfVoice_NegativeSide_IsOutOfDomain()
    {
        Marketing.ShareOfVoice(Money.Dkk(-1), Money.Dkk(5)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "own");
        Marketing.ShareOfVoice(Money.Dkk(1), Money.Dkk(-5)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "market");
        Marketing.ShareOfVoice(-1, 5).ShouldBeUndefined(UndefinedReason.OutOfDomain, "own");
        Marketing.ShareOfVoice(default, Money.Dkk(-5)).ShouldBeUndefined(UndefinedReason.NoData, "own");
    }

    [Fact]
    public void ShareOfVoice_UnlikeUnits_ThrowsAndNamesBoth()
    {
        Messages.Of<UnitMismatchException>(() => Marketing.ShareOfVoice(Money.Dkk(5), Money.Eur(1)))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");
        Messages.Of<UnitMismatchException>(() => Marketing.ShareOfVoice(Quantity.Count(5, "mention"), Quantity.Count(9, "impression")))
            .Should().StartWith("Cannot relate count of mention and count of impression:");
    }
}

namespace GoalMetrics.Tests.Formulas.Families;

// The accounts of Apple Inc. are those of Form 10-K for fiscal 2023, in millions; quotients by GNU bc.
public sealed partial class FinanceTests
{
    [Fact]
    public void GrossMargin_RealAccounts_IsThePublishedMargin() =>
        // The 10-K prints a gross margin percentage of 44.1 %.
        Finance.GrossMargin(revenue: Money.Usd(383_285), costOfGoodsSold: Money.Usd(214_137)).ShouldRoundTo(0.441311295772076m, Unit.Ratio);

    [Fact]
    public void GrossMargin_UndefinedInputs_CarryTheFirst()
    {
        Finance.GrossMargin(default, Quantity.Undefined(UndefinedReason.Immature)).ShouldBeUndefined(UndefinedReason.NoData, "revenue");
    }

    [Fact]
    public void Markup_WorkedExample_IsTheProfitOverTheCost()
    {
        // caterquotes.zendesk.com, Markup vs Margin: bought for 100 and sold for 125 is a markup of 25 %.
        Finance.Markup(revenue: Money.Gbp(125), costOfGoodsSold: Money.Gbp(100)).Should().Be(Quantity.Ratio(0.25m));

        // By hand: (80 − 100) / 100.
        Finance.Markup(Money.Gbp(80), Money.Gbp(100)).Should().Be(Quantity.Ratio(-0.20m));
    }

    [Fact]
    public void OperatingMargin_RealAccounts_IsOperatingProfitOverRevenue() =>
        Finance.OperatingMargin(operatingProfit: Money.Usd(114_301), revenue: Money.Usd(383_285))
            .ShouldRoundTo(0.298214122650247m, Unit.Ratio);

    [Fact]
    public void NetMargin_RealAccounts_IsNetProfitOverRevenue() =>
        Finance.NetMargin(netProfit: Money.Usd(96_995), revenue: Money.Usd(383_285)).ShouldRoundTo(0.253062342643203m, Unit.Ratio);

    [Fact]
    public void EbitdaMargin_RealAccounts_IsEbitdaOverRevenue() =>
        // Operating income of 114,301 and depreciation and amortization of 11,519.
        Finance.EbitdaMargin(ebitda: Money.Usd(125_820), revenue: Money.Usd(383_285)).ShouldRoundTo(0.328267477203647m, Unit.Ratio);

    [Fact]
    public void BreakEvenUnits_Textbook_IsThePublishedNumber()
    {
        // OpenStax, Principles of Accounting, Volume 2: Managerial Accounting, 2019, 3.2: 18,000 / (100 − 20) = 225.
        Finance.BreakEvenUnits(fixedCosts: Money.Usd(18_000), price: Money.Usd(100), variableCost: Money.Usd(20))
            .Should().Be(Quantity.Count(225, "unit"));
    }

    [Fact]
    public void BreakEvenUnits_PricePerThing_CountsThoseThings() =>
        Finance.BreakEvenUnits(Money.Usd(18_000), Money.Usd(100).Per("birdbath"), Money.Usd(20).Per("birdbath"))
            .Should().Be(Quantity.Count(225, "birdbath"));

    [Fact]
    public void BreakEvenUnits_PriceDoesNotCoverTheCost_NamesThePrice()
    {
        var never = Finance.BreakEvenUnits(Money.Usd(18_000), Money.Usd(20), Money.Usd(20));
        never.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "price");
        never.Unit.Should().Be(Unit.Count("unit"));
        Finance.BreakEvenUnits(Money.Usd(18_000), Money.Usd(19), Money.Usd(20)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "price");
    }

    [Fact]
    public void BreakEvenUnits_NoFixedCosts_IsZero()
    {
        Finance.BreakEvenUnits(Money.Usd(0), Money.Usd(100), Money.Usd(20)).Should().Be(Quantity.Count(0, "unit"));
    }

    [Fact]
    public void BreakEvenUnits_UndefinedInputs_CarryTheFirst()
    {
        var immature = Quantity.Undefined(UndefinedReason.Immature);
        Finance.BreakEvenUnits(immature, Money.Usd(1), Money.Usd(2)).ShouldBeUndefined(UndefinedReason.Immature, "fixedCosts");
        Finance.BreakEvenUnits(Money.Usd(1), immature, Money.Usd(-2)).ShouldBeUndefined(UndefinedReason.Immature, "price");
        Finance.BreakEvenUnits(Money.Usd(1), Money.Usd(2), immature).Unit.Should().Be(Unit.Count("unit"));
    }

    [Fact]
    public void ContributionMargin_Jeans_IsThePublishedMargin()
    {
        // amara.org, Contribution margin (video L3OEO1ZDUyNf): 35 % of one pair.
        Finance.ContributionMargin(revenue: Money.Usd(100), variableCosts: Money.Usd(65)).Should().Be(Quantity.Ratio(0.35m));
    }
}

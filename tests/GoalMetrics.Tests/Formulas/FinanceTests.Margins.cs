namespace GoalMetrics.Tests.Formulas;

// The accounts of Apple Inc. are those of Form 10-K for fiscal 2023, in millions; quotients by GNU bc.
public sealed partial class FinanceTests
{
    [Fact]
    public void GrossMargin_RealAccounts_IsThePublishedMargin()
    {
        // The 10-K prints a gross margin percentage of 44.1 %.
        var margin = Finance.GrossMargin(revenue: Money.Usd(383_285), costOfGoodsSold: Money.Usd(214_137));
        margin.ShouldRoundTo(0.441m, Unit.Ratio);
        margin.ShouldRoundTo(0.441311295772076m, Unit.Ratio);
    }

    [Fact]
    public void GrossMargin_UndefinedInputs_CarryTheFirst()
    {
        Finance.GrossMargin(default, Quantity.Undefined(UndefinedReason.Immature)).ShouldBeUndefined(UndefinedReason.NoData, "revenue");
        Finance.GrossMargin(Money.Usd(-5), default).ShouldBeUndefined(UndefinedReason.OutOfDomain, "revenue");
        Finance.GrossMargin(default, Money.Usd(1)).Unit.Should().Be(Unit.Ratio);
    }

    [Fact]
    public void Markup_WorkedExample_IsTheProfitOverTheCost()
    {
        // caterquotes.zendesk.com, Markup vs Margin: bought for 100 and sold for 125 is a markup of 25 % and a margin of 20 %.
        Finance.Markup(revenue: Money.Gbp(125), costOfGoodsSold: Money.Gbp(100)).Should().Be(Quantity.Ratio(0.25m));
        Finance.GrossMargin(revenue: Money.Gbp(125), costOfGoodsSold: Money.Gbp(100)).Should().Be(Quantity.Ratio(0.20m));

        // By hand: (80 − 100) / 100.
        Finance.Markup(Money.Gbp(80), Money.Gbp(100)).Should().Be(Quantity.Ratio(-0.20m));
    }

    [Fact]
    public void Markup_CostNotAboveZero_IsUndefined()
    {
        Finance.Markup(Money.Gbp(125), Money.Gbp(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "costOfGoodsSold");
        Finance.Markup(Money.Gbp(125), Money.Gbp(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "costOfGoodsSold");
        Finance.Markup(default, Money.Gbp(-1)).ShouldBeUndefined(UndefinedReason.NoData, "revenue");
    }

    [Fact]
    public void Markup_TwoCurrencies_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Finance.Markup(Money.Gbp(5), Money.Sek(1)))
            .Should().Be("Cannot subtract GBP and SEK: convert one of them first, with ExchangeRate.");

    [Fact]
    public void ContributionMargin_RevenueNotAboveZero_IsUndefined()
    {
        Finance.ContributionMargin(Money.Dkk(0), Money.Dkk(1)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "revenue");
        Finance.ContributionMargin(Money.Dkk(-1), Money.Dkk(1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "revenue");
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

    [Theory]
    [InlineData("operating-margin")]
    [InlineData("net-margin")]
    [InlineData("ebitda-margin")]
    public void MarginOfProfit_RevenueNotAboveZero_IsUndefined(string id)
    {
        var margin = BuiltInFormula.Of(id).Direct;
        margin([Money.Dkk(5), Money.Dkk(0)]).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "revenue");
        margin([Money.Dkk(5), Money.Dkk(-1)]).ShouldBeUndefined(UndefinedReason.OutOfDomain, "revenue");
        margin([default, Money.Dkk(-1)]).Reason.Should().Be(UndefinedReason.NoData);

        // By hand: a loss of 30 on 400.
        margin([Money.Dkk(-30), Money.Dkk(400)]).Should().Be(Quantity.Ratio(-0.075m));
    }

    [Fact]
    public void BreakEvenUnits_WorkedExamples_AreMet()
    {
        // OpenStax, Principles of Accounting, Volume 2: Managerial Accounting, 2019, 3.2: 18,000 / (100 − 20) = 225.
        Finance.BreakEvenUnits(fixedCosts: Money.Usd(18_000), price: Money.Usd(100), variableCost: Money.Usd(20))
            .Should().Be(Quantity.Count(225, "unit"));

        // The same, 7.2 as taught at Penn State (ACCTG 211): fixed costs of 20,000, a price of 400, a variable cost of 250; quotient
        // by hand.
        Finance.BreakEvenUnits(Money.Usd(20_000), Money.Usd(400), Money.Usd(250)).ShouldRoundTo(133.333333333333m, Unit.Count("unit"));
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
    public void BreakEvenUnits_NegativeInputs_AreOutOfDomain()
    {
        Finance.BreakEvenUnits(Money.Usd(-1), Money.Usd(100), Money.Usd(20)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "fixedCosts");
        Finance.BreakEvenUnits(Money.Usd(1), Money.Usd(-100), Money.Usd(-200)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "price");
        Finance.BreakEvenUnits(Money.Usd(1), Money.Usd(100), Money.Usd(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "variableCost");
        Finance.BreakEvenUnits(Money.Usd(0), Money.Usd(100), Money.Usd(20)).Should().Be(Quantity.Count(0, "unit"));
    }

    [Fact]
    public void BreakEvenUnits_UndefinedInputs_CarryTheFirst()
    {
        var immature = Quantity.Undefined(UndefinedReason.Immature);
        Finance.BreakEvenUnits(immature, Money.Usd(1), Money.Usd(2)).ShouldBeUndefined(UndefinedReason.Immature, "fixedCosts");
        Finance.BreakEvenUnits(Money.Usd(1), immature, Money.Usd(-2)).ShouldBeUndefined(UndefinedReason.Immature, "price");
        Finance.BreakEvenUnits(Money.Usd(1), Money.Usd(2), immature).Unit.Should().Be(Unit.Count("unit"));
        Finance.BreakEvenUnits(default, default, default).Unit.Should().Be(Unit.Count("unit"));
    }

    [Fact]
    public void BreakEvenUnits_UnlikeUnits_ThrowsAndNamesThem()
    {
        Messages.Of<UnitMismatchException>(() => Finance.BreakEvenUnits(Money.Dkk(5), Money.Eur(3), Money.Eur(1)))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");
        Messages.Of<UnitMismatchException>(() => Finance.BreakEvenUnits(Money.Dkk(5), Money.Eur(3), Money.Dkk(1)))
            .Should().Be("Cannot subtract EUR and DKK: convert one of them first, with ExchangeRate.");
    }
}

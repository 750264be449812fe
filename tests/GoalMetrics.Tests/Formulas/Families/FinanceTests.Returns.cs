namespace GoalMetrics.Tests.Formulas.Families;

// The accounts of Apple Inc. are those of Form 10-K for fiscal 2023, in millions; quotients by GNU bc.
public sealed partial class FinanceTests
{
    [Fact]
    public void ReturnOnInvestmentFromGain_OneInvestment_IsThePublishedReturn()
    {
        // econwiki.wikidot.com, ROI: a gain of 20 on 100.
        Finance.ReturnOnInvestmentFromGain(gain: Money.Usd(20), invested: Money.Usd(100)).Should().Be(Quantity.Ratio(0.2m));
    }

    [Fact]
    public void ReturnOnInvestmentFromGain_GainOfWhatCameBack_IsReturnOnInvestment() =>
        Finance.ReturnOnInvestmentFromGain(Money.Dkk(15_000 - 10_000), Money.Dkk(10_000))
            .Should().Be(Finance.ReturnOnInvestment(Money.Dkk(15_000), Money.Dkk(10_000)));

    [Fact]
    public void AnnualizedReturn_EighteenMonths_IsTheReturnOfOneYear() =>
        // (1.20)^(2/3) − 1: 20 % in 18 months is 12.92 % a year; digits by GNU bc.
        Finance.AnnualizedReturn(totalReturn: 0.20m, years: Quantity.Count(1.5m)).ShouldRoundTo(0.12924323465723m, Unit.Ratio);

    [Fact]
    public void AnnualizedReturn_AllLost_IsMinusOne() => Finance.AnnualizedReturn(-1m, 7).Should().Be(Quantity.Ratio(-1m));

    [Fact]
    public void AnnualizedReturn_MoreThanAllLost_IsOutOfDomain() =>
        Finance.AnnualizedReturn(-1.0000000000000000000000000001m, 2).ShouldBeUndefined(UndefinedReason.OutOfDomain, "totalReturn");

    [Fact]
    public void AnnualizedReturn_HugeReturns_NeverThrow()
    {
        Finance.AnnualizedReturn(decimal.MaxValue, 2).ShouldRoundTo(281_474_976_710_655m, Unit.Ratio);
        Finance.AnnualizedReturn(decimal.MaxValue, Quantity.Count(0.01m)).Reason.Should().Be(UndefinedReason.Overflow);
    }

    [Fact]
    public void AnnualizedReturn_FromTwoAmounts_IsCompoundGrowth() =>
        Finance.AnnualizedReturn(Finance.ReturnOnInvestment(Money.Usd(11_000), Money.Usd(10_000)), 96).Amount
            .Should().BeApproximately(Finance.CompoundGrowthRate(Money.Usd(10_000), Money.Usd(11_000), 96).Amount, 1e-15m);

    [Fact]
    public void ReturnOnEquity_RealAccounts_IsNetProfitOverEquity() =>
        Finance.ReturnOnEquity(netProfit: Money.Usd(96_995), equity: Money.Usd(62_146)).ShouldRoundTo(1.560760145463908m, Unit.Ratio);

    [Fact]
    public void ReturnOnAssets_RealAccounts_IsNetProfitOverAssets() =>
        Finance.ReturnOnAssets(netProfit: Money.Usd(96_995), totalAssets: Money.Usd(352_583)).ShouldRoundTo(0.275098345637765m, Unit.Ratio);

    [Fact]
    public void ReturnOnAssets_Loss_IsNegative() =>
        // By hand: −30 / 400.
        Finance.ReturnOnAssets(Money.Dkk(-30), Money.Dkk(400)).Should().Be(Quantity.Ratio(-0.075m));

    [Fact]
    public void ReturnOnCapitalEmployed_RealAccounts_IsOperatingProfitOverCapital() =>
        // Assets of 352,583 less current liabilities of 145,308.
        Finance.ReturnOnCapitalEmployed(operatingProfit: Money.Usd(114_301), capitalEmployed: Money.Usd(207_275))
            .ShouldRoundTo(0.551446146423833m, Unit.Ratio);

    [Fact]
    public void ReturnOnInvestment_OneCampaign_IsThePublishedReturn() =>
        // oqnads.com, ROI calculator: campaign A.
        Finance.ReturnOnInvestment(returned: Money.Usd(34_000), invested: Money.Usd(20_000)).Should().Be(Quantity.Ratio(0.7m));
}

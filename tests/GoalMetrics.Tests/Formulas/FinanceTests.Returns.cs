namespace GoalMetrics.Tests.Formulas;

// The accounts of Apple Inc. are those of Form 10-K for fiscal 2023, in millions; quotients by GNU bc.
public sealed partial class FinanceTests
{
    [Fact]
    public void ReturnOnInvestmentFromGain_GainOfWhatCameBack_IsReturnOnInvestment() =>
        Finance.ReturnOnInvestmentFromGain(Money.Dkk(15_000 - 10_000), Money.Dkk(10_000))
            .Should().Be(Finance.ReturnOnInvestment(Money.Dkk(15_000), Money.Dkk(10_000)));

    [Fact]
    public void ReturnOnInvestmentFromGain_InvestmentNotAboveZero_IsUndefined()
    {
        Finance.ReturnOnInvestmentFromGain(Money.Dkk(5), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "invested");
        Finance.ReturnOnInvestmentFromGain(Money.Dkk(5), Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "invested");
    }

    [Fact]
    public void AnnualizedReturn_KnownFigures_AreMet()
    {
        // (1.20)^(2/3) − 1: 20 % in 18 months is 12.92 % a year; digits by GNU bc.
        Finance.AnnualizedReturn(totalReturn: 0.20m, years: Quantity.Count(1.5m)).ShouldRoundTo(0.12924323465723m, Unit.Ratio);

        // 5 % in 100 days: 1.05^3.65 − 1 by GNU bc.
        Finance.AnnualizedReturn(0.05m, Quantity.Count(100m / 365m)).ShouldRoundTo(0.1949258093359m, Unit.Ratio);

        // By hand: 1.2² = 1.44, and 0.9² = 0.81.
        Finance.AnnualizedReturn(0.44m, 2).ShouldRoundTo(0.20000000000000m, Unit.Ratio);
        Finance.AnnualizedReturn(-0.19m, 2).ShouldRoundTo(-0.10000000000000m, Unit.Ratio);
    }

    [Fact]
    public void AnnualizedReturn_AllLost_IsMinusOne() => Finance.AnnualizedReturn(-1m, 7).Should().Be(Quantity.Ratio(-1m));

    [Fact]
    public void AnnualizedReturn_MoreThanAllLost_IsOutOfDomain() =>
        Finance.AnnualizedReturn(-1.0000000000000000000000000001m, 2).ShouldBeUndefined(UndefinedReason.OutOfDomain, "totalReturn");

    [Fact]
    public void AnnualizedReturn_NoYears_IsUndefined()
    {
        var none = Finance.AnnualizedReturn(0.2m, 0);
        none.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "years");
        none.Unit.Should().Be(Unit.Ratio);
        Finance.AnnualizedReturn(0.2m, Quantity.Undefined(UndefinedReason.NoData, unit: Unit.Count("year"))).Unit.Should().Be(Unit.Ratio);
    }

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
    public void ReturnOnEquity_EquityNotAboveZero_IsUndefined()
    {
        Finance.ReturnOnEquity(Money.Usd(5), Money.Usd(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "equity");
        Finance.ReturnOnEquity(Money.Usd(-5), Money.Usd(-20)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "equity");
        Finance.ReturnOnEquity(default, Money.Usd(-20)).ShouldBeUndefined(UndefinedReason.NoData, "netProfit");
    }

    [Fact]
    public void ReturnOnAssets_RealAccounts_IsNetProfitOverAssets() =>
        Finance.ReturnOnAssets(netProfit: Money.Usd(96_995), totalAssets: Money.Usd(352_583)).ShouldRoundTo(0.275098345637765m, Unit.Ratio);

    [Fact]
    public void ReturnOnAssets_Loss_IsNegative() =>
        // By hand: −30 / 400.
        Finance.ReturnOnAssets(Money.Dkk(-30), Money.Dkk(400)).Should().Be(Quantity.Ratio(-0.075m));

    [Fact]
    public void ReturnOnAssets_AssetsNotAboveZero_IsUndefined()
    {
        Finance.ReturnOnAssets(Money.Usd(5), Money.Usd(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "totalAssets");
        Finance.ReturnOnAssets(Money.Usd(5), Money.Usd(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "totalAssets");
    }

    [Fact]
    public void ReturnOnCapitalEmployed_RealAccounts_IsOperatingProfitOverCapital() =>
        // Assets of 352,583 less current liabilities of 145,308.
        Finance.ReturnOnCapitalEmployed(operatingProfit: Money.Usd(114_301), capitalEmployed: Money.Usd(207_275))
            .ShouldRoundTo(0.551446146423833m, Unit.Ratio);

    [Fact]
    public void ReturnOnCapitalEmployed_CapitalNotAboveZero_IsUndefined()
    {
        Finance.ReturnOnCapitalEmployed(Money.Usd(5), Money.Usd(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "capitalEmployed");
        Finance.ReturnOnCapitalEmployed(Money.Usd(5), Money.Usd(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "capitalEmployed");
    }
}

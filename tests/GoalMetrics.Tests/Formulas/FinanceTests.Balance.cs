namespace GoalMetrics.Tests.Formulas;

// The accounts of Apple Inc. are those of Form 10-K for fiscal 2023, in millions; quotients by GNU bc.
public sealed partial class FinanceTests
{
    [Fact]
    public void CurrentRatio_RealAccounts_IsAssetsOverLiabilities() =>
        Finance.CurrentRatio(currentAssets: Money.Usd(143_566), currentLiabilities: Money.Usd(145_308))
            .ShouldRoundTo(0.988011671759297m, Unit.Ratio);

    [Fact]
    public void CurrentRatio_OutsideItsDomain_IsUndefined()
    {
        Finance.CurrentRatio(Money.Dkk(5), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "currentLiabilities");
        Finance.CurrentRatio(Money.Dkk(5), Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "currentLiabilities");
        Finance.CurrentRatio(Money.Dkk(-5), Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "currentAssets");
        Finance.CurrentRatio(default, Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.NoData, "currentAssets");
    }

    [Fact]
    public void AcidTestRatio_RealAccounts_LeavesTheInventoryOut()
    {
        Finance.AcidTestRatio(currentAssets: Money.Usd(143_566), inventory: Money.Usd(6_331), currentLiabilities: Money.Usd(145_308))
            .ShouldRoundTo(0.944442150466595m, Unit.Ratio);

        // Nothing but goods.
        Finance.AcidTestRatio(Money.Dkk(50), Money.Dkk(50), Money.Dkk(20)).Should().Be(Quantity.Ratio(0m));
    }

    [Fact]
    public void AcidTestRatio_OutsideItsDomain_IsUndefined()
    {
        Finance.AcidTestRatio(Money.Dkk(50), Money.Dkk(20), Money.Dkk(0))
            .ShouldBeUndefined(UndefinedReason.ZeroDenominator, "currentLiabilities");
        Finance.AcidTestRatio(Money.Dkk(50), Money.Dkk(51), Money.Dkk(20)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "inventory");
        Finance.AcidTestRatio(Money.Dkk(50), Money.Dkk(-1), Money.Dkk(20)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "inventory");
        Finance.AcidTestRatio(Money.Dkk(-50), Money.Dkk(1), Money.Dkk(20)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "currentAssets");
        Finance.AcidTestRatio(Money.Dkk(50), Money.Dkk(1), Money.Dkk(-20))
            .ShouldBeUndefined(UndefinedReason.OutOfDomain, "currentLiabilities");
        Finance.AcidTestRatio(Money.Dkk(50), Money.Dkk(51), default).ShouldBeUndefined(UndefinedReason.OutOfDomain, "inventory");
        Finance.AcidTestRatio(default, Money.Dkk(51), default).ShouldBeUndefined(UndefinedReason.NoData, "currentAssets");
        Finance.AcidTestRatio(default, default, default).Unit.Should().Be(Unit.Ratio);
    }

    [Fact]
    public void AcidTestRatio_TwoCurrencies_ThrowsAndNamesBoth()
    {
        Messages.Of<UnitMismatchException>(() => Finance.AcidTestRatio(Money.Dkk(5), Money.Eur(1), Money.Dkk(5)))
            .Should().Be("Cannot subtract DKK and EUR: convert one of them first, with ExchangeRate.");
        Messages.Of<UnitMismatchException>(() => Finance.AcidTestRatio(Money.Dkk(5), Money.Dkk(1), Money.Eur(5)))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");
    }

    [Fact]
    public void DebtToEquity_RealAccounts_IsDebtOverEquity() =>
        // Commercial paper of 5,985 and term debt of 9,822 and 95,281.
        Finance.DebtToEquity(debt: Money.Usd(111_088), equity: Money.Usd(62_146)).ShouldRoundTo(1.787532584558942m, Unit.Ratio);

    [Fact]
    public void DebtToEquity_OutsideItsDomain_IsUndefined()
    {
        Finance.DebtToEquity(Money.Dkk(5), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "equity");
        Finance.DebtToEquity(Money.Dkk(5), Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "equity");
        Finance.DebtToEquity(Money.Dkk(-5), Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "debt");
    }

    [Fact]
    public void InterestCoverage_RealAccounts_IsOperatingProfitOverInterest() =>
        Finance.InterestCoverage(operatingProfit: Money.Usd(114_301), interestExpense: Money.Usd(3_933))
            .ShouldRoundTo(29.062039155860666m, Unit.Ratio);

    [Fact]
    public void InterestCoverage_OutsideItsDomain_IsUndefined()
    {
        Finance.InterestCoverage(Money.Dkk(5), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "interestExpense");
        Finance.InterestCoverage(Money.Dkk(5), Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "interestExpense");

        // By hand: a loss of 30 against interest of 20.
        Finance.InterestCoverage(Money.Dkk(-30), Money.Dkk(20)).Should().Be(Quantity.Ratio(-1.5m));
    }
}

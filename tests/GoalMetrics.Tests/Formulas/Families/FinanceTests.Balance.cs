namespace GoalMetrics.Tests.Formulas.Families;

// The accounts of Apple Inc. are those of Form 10-K for fiscal 2023, in millions; quotients by GNU bc.
public sealed partial class FinanceTests
{
    [Fact]
    public void CurrentRatio_RealAccounts_IsAssetsOverLiabilities() =>
        Finance.CurrentRatio(currentAssets: Money.Usd(143_566), currentLiabilities: Money.Usd(145_308))
            .ShouldRoundTo(0.988011671759297m, Unit.Ratio);

    [Fact]
    public void AcidTestRatio_RealAccounts_LeavesTheInventoryOut()
    {
        Finance.AcidTestRatio(currentAssets: Money.Usd(143_566), inventory: Money.Usd(6_331), currentLiabilities: Money.Usd(145_308))
            .ShouldRoundTo(0.944442150466595m, Unit.Ratio);

        // Nothing but goods.
        Finance.AcidTestRatio(Money.Dkk(50), Money.Dkk(50), Money.Dkk(20)).Should().Be(Quantity.Ratio(0m));
    }

    [Fact]
    public void AcidTestRatio_MoreInventoryThanAssets_IsOutOfDomain()
    {
        Finance.AcidTestRatio(Money.Dkk(50), Money.Dkk(51), Money.Dkk(20)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "inventory");
        Finance.AcidTestRatio(Money.Dkk(50), Money.Dkk(51), default).ShouldBeUndefined(UndefinedReason.OutOfDomain, "inventory");
    }

    [Fact]
    public void DebtToEquity_RealAccounts_IsDebtOverEquity() =>
        // Commercial paper of 5,985 and term debt of 9,822 and 95,281.
        Finance.DebtToEquity(debt: Money.Usd(111_088), equity: Money.Usd(62_146)).ShouldRoundTo(1.787532584558942m, Unit.Ratio);

    [Fact]
    public void InterestCoverage_RealAccounts_IsOperatingProfitOverInterest() =>
        Finance.InterestCoverage(operatingProfit: Money.Usd(114_301), interestExpense: Money.Usd(3_933))
            .ShouldRoundTo(29.062039155860666m, Unit.Ratio);

    [Fact]
    public void InterestCoverage_Loss_IsNegative()
    {
        // By hand: a loss of 30 against interest of 20.
        Finance.InterestCoverage(Money.Dkk(-30), Money.Dkk(20)).Should().Be(Quantity.Ratio(-1.5m));
    }
}

namespace GoalMetrics.Tests.Formulas;

public sealed partial class FinanceTests
{
    [Fact]
    public void MarketShare_OutsideItsDomain_IsUndefined()
    {
        Finance.MarketShare(5, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "marketSales");
        Finance.MarketShare(Money.Dkk(5), Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "marketSales");
        Finance.MarketShare(Money.Dkk(-5), Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "ownSales");
        Finance.MarketShare(default, Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.NoData, "ownSales");
    }

    [Fact]
    public void MarketShare_PiecesOfMoney_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Finance.MarketShare(Quantity.Count(5, "piece"), Money.Dkk(1)))
            .Should().StartWith("Cannot relate count of piece and DKK");

    [Fact]
    public void RelativeMarketShare_OutsideItsDomain_IsUndefined()
    {
        Finance.RelativeMarketShare(5, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "largestRival");
        Finance.RelativeMarketShare(0.2m, -0.1m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "largestRival");
        Finance.RelativeMarketShare(-0.2m, -0.1m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "own");
    }

    [Fact]
    public void RevenuePerEmployee_RealAccounts_IsRevenueOverEmployees() =>
        // Apple Inc., Form 10-K for fiscal 2023: 383,285 million and about 161,000 full-time equivalents; quotient by GNU bc.
        Finance.RevenuePerEmployee(revenue: Money.Usd(383_285_000_000), employees: 161_000)
            .ShouldRoundTo(2_380_652.173913043m, Unit.Money("USD").Per("employee"));

    [Fact]
    public void RevenuePerEmployee_NoEmployees_IsUndefinedInItsUnit()
    {
        var none = Finance.RevenuePerEmployee(Money.Dkk(5), 0);
        none.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "employees");
        none.Unit.Should().Be(Unit.Money("DKK").Per("employee"));
        Finance.RevenuePerEmployee(Money.Dkk(6), Quantity.Count(4, "agent")).Should().Be(Money.Dkk(1.5m).Per("agent"));
    }

    [Fact]
    public void BudgetVariance_PublishedAccounts_IsActualLessBudget()
    {
        // Horngren, Datar & Rajan, Cost Accounting, 14th ed., exhibit 7-1: revenues of 1,250,000, budgeted 12,000 jackets at 120.
        Finance.BudgetVariance(actual: Money.Usd(1_250_000), budget: Money.Usd(1_440_000)).Should().Be(Money.Usd(-190_000));
        Finance.BudgetVariance(Money.Usd(5), Money.Usd(0)).Should().Be(Money.Usd(5));
        Finance.BudgetVariance(Money.Usd(5), default).Unit.Should().Be(Unit.Money("USD"));
    }

    [Fact]
    public void BudgetVarianceRate_PublishedAccounts_IsTheVarianceOverTheBudget() =>
        // The same: −190,000 / 1,440,000 by GNU bc.
        Finance.BudgetVarianceRate(actual: Money.Usd(1_250_000), budget: Money.Usd(1_440_000))
            .ShouldRoundTo(-0.131944444444444m, Unit.Ratio);

    [Fact]
    public void BudgetVarianceRate_BudgetedLoss_IsAgainstItsSize() =>
        // By hand: a loss of 60 instead of 80 is 20 / 80 better.
        Finance.BudgetVarianceRate(Money.Dkk(-60), Money.Dkk(-80)).Should().Be(Quantity.Ratio(0.25m));

    [Fact]
    public void BudgetVarianceRate_NoBudget_IsUndefined()
    {
        Finance.BudgetVarianceRate(Money.Dkk(5), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "budget");
        Finance.BudgetVarianceRate(default, default).Unit.Should().Be(Unit.Ratio);
    }

    [Theory]
    [InlineData("budget-variance")]
    [InlineData("budget-variance-rate")]
    public void BudgetVariance_TwoCurrencies_ThrowsAndNamesBoth(string id) =>
        Messages.Of<UnitMismatchException>(() => BuiltInFormula.Of(id).Direct([Money.Dkk(5), Money.Eur(1)]))
            .Should().Be("Cannot subtract DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void CompoundGrowthRate_PeriodsOfSomething_IsARatioAllTheSame()
    {
        Finance.CompoundGrowthRate(100, 121, Quantity.Count(2, "year")).ShouldRoundTo(0.1000000000000m, Unit.Ratio);
        Finance.CompoundGrowthRate(100, 121, Quantity.Count(0, "year")).Unit.Should().Be(Unit.Ratio);
    }
}

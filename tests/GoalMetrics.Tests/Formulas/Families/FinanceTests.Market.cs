namespace GoalMetrics.Tests.Formulas.Families;

public sealed partial class FinanceTests
{
    [Fact]
    public void MarketShare_Revenue_IsThePublishedShare()
    {
        // ehow.com, How to calculate market share: 9.2 % of the revenue, in millions.
        Finance.MarketShare(ownSales: Money.Usd(12), marketSales: Money.Usd(130)).ShouldRoundTo(0.092m, Unit.Ratio);
    }

    [Fact]
    public void MarketShare_PiecesOfMoney_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Finance.MarketShare(Quantity.Count(5, "piece"), Money.Dkk(1)))
            .Should().StartWith("Cannot relate count of piece and DKK");

    [Fact]
    public void RevenuePerEmployee_RealAccounts_IsRevenueOverEmployees() =>
        // Apple Inc., Form 10-K for fiscal 2023: 383,285 million and about 161,000 full-time equivalents; quotient by GNU bc.
        Finance.RevenuePerEmployee(revenue: Money.Usd(383_285_000_000), employees: 161_000)
            .ShouldRoundTo(2_380_652.173913043m, Unit.Money("USD").Per("employee"));

    [Fact]
    public void RevenuePerEmployee_NamedEmployees_KeepsTheirName()
    {
        Finance.RevenuePerEmployee(Money.Dkk(6), Quantity.Count(4, "agent")).Should().Be(Money.Dkk(1.5m).Per("agent"));
    }

    [Fact]
    public void BudgetVariance_PublishedAccounts_IsActualLessBudget()
    {
        // Horngren, Datar & Rajan, Cost Accounting, 14th ed., exhibit 7-1: revenues of 1,250,000, budgeted 12,000 jackets at 120.
        Finance.BudgetVariance(actual: Money.Usd(1_250_000), budget: Money.Usd(1_440_000)).Should().Be(Money.Usd(-190_000));
        Finance.BudgetVariance(Money.Usd(5), Money.Usd(0)).Should().Be(Money.Usd(5));
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

    [Fact]
    public void RelativeMarketShare_ALeader_IsThePublishedShare() =>
        // Bankal, 12manage.com, Determining the relative market share in BCG matrix: 92 % against 6 % is 15.333.
        Finance.RelativeMarketShare(own: 92.Percent(), largestRival: 6.Percent()).ShouldRoundTo(15.333m, Unit.Ratio);
}

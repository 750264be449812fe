namespace GoalMetrics.Tests.Formulas;

public sealed partial class PublishedExamplesTests
{
    [Fact]
    public void CurrentRatio_TwoCompanies_IsThePublishedRatio()
    {
        // Mankin, finallylearn.com, Current ratio calculator; calculatorsbag.com, Current ratio, in millions.
        Finance.CurrentRatio(currentAssets: Money.Usd(14_000), currentLiabilities: Money.Usd(10_000)).Should().Be(Quantity.Ratio(1.4m));
        Finance.CurrentRatio(currentAssets: Money.Usd(70), currentLiabilities: Money.Usd(35)).Should().Be(Quantity.Ratio(2m));
    }

    [Fact]
    public void AcidTestRatio_OneCompany_IsThePublishedRatio() =>
        // kpiexamples.operately.com, Acid test (quick ratio): 1.6 to 1.
        Finance.AcidTestRatio(currentAssets: Money.Usd(1_000_000), inventory: Money.Usd(200_000), currentLiabilities: Money.Usd(500_000))
            .Should().Be(Quantity.Ratio(1.6m));

    [Fact]
    public void DebtToEquity_TwoCompanies_IsThePublishedRatio()
    {
        // 15201.com, Debt to equity ratio; theprimecalculator.com, Debt-to-equity, worked example: 0.67.
        Finance.DebtToEquity(debt: Money.Usd(500_000), equity: Money.Usd(1_000_000)).Should().Be(Quantity.Ratio(0.5m));
        Finance.DebtToEquity(debt: Money.Usd(400_000), equity: Money.Usd(600_000)).ShouldRoundTo(0.67m, Unit.Ratio);
    }

    [Fact]
    public void InterestCoverage_OneCompany_IsThePublishedRatio() =>
        // theprimecalculator.com, Interest coverage, worked example.
        Finance.InterestCoverage(operatingProfit: Money.Usd(400_000), interestExpense: Money.Usd(80_000)).Should().Be(Quantity.Ratio(5m));

    [Fact]
    public void PaybackPeriod_AnApartment_IsThePublishedTime()
    {
        // techdoct.com, Payback period calculator: 8 years; at 5 %, 100,000 at 24,000 a year is 4.79 years.
        Finance.PaybackPeriod(invested: Money.Usd(200_000), inflow: Money.Usd(25_000)).Amount.Should().Be(8m);
        Finance.DiscountedPaybackPeriod(invested: Money.Usd(100_000), inflow: Money.Usd(24_000), rate: 0.05m)
            .ShouldRoundTo(4.79m, Unit.Count("period"));
    }

    [Fact]
    public void MarketShare_RevenueAndUnits_IsThePublishedShare()
    {
        // ehow.com, How to calculate market share: 9.2 % of the revenue, in millions; 5 % of the units.
        Finance.MarketShare(ownSales: Money.Usd(12), marketSales: Money.Usd(130)).ShouldRoundTo(0.092m, Unit.Ratio);
        Finance.MarketShare(ownSales: 5_000, marketSales: 100_000).Should().Be(Quantity.Ratio(0.05m));
    }

    [Fact]
    public void RelativeMarketShare_ALeader_IsThePublishedShare() =>
        // Bankal, 12manage.com, Determining the relative market share in BCG matrix: 92 % against 6 % is 15.333.
        Finance.RelativeMarketShare(own: 92.Percent(), largestRival: 6.Percent()).ShouldRoundTo(15.333m, Unit.Ratio);

    [Fact]
    public void BudgetVariance_RevenueAndAdvertising_IsThePublishedVariance()
    {
        // cal18.calculator.city, Actual vs budget variance percentage: 12,500 and 12.5 %; 6,000 and 15.0 %.
        Finance.BudgetVariance(actual: Money.Usd(112_500), budget: Money.Usd(100_000)).Should().Be(Money.Usd(12_500));
        Finance.BudgetVarianceRate(actual: Money.Usd(112_500), budget: Money.Usd(100_000)).Should().Be(Quantity.Ratio(0.125m));
        Finance.BudgetVarianceRate(actual: Money.Usd(46_000), budget: Money.Usd(40_000)).Should().Be(Quantity.Ratio(0.15m));
    }

    [Fact]
    public void ContributionMargin_Jeans_IsThePublishedMargin()
    {
        // amara.org, Contribution margin (video L3OEO1ZDUyNf): 35 % of one pair, 50 % of all products.
        Finance.ContributionMargin(revenue: Money.Usd(100), variableCosts: Money.Usd(65)).Should().Be(Quantity.Ratio(0.35m));
        Finance.ContributionMargin(revenue: Money.Usd(1_500_000), variableCosts: Money.Usd(750_000)).Should().Be(Quantity.Ratio(0.5m));
    }

    [Fact]
    public void OperatingMargin_OneCompany_IsThePublishedMargin() =>
        // fundandflow.com, How to calculate operating margin.
        Finance.OperatingMargin(operatingProfit: Money.Usd(200_000), revenue: Money.Usd(1_000_000)).Should().Be(Quantity.Ratio(0.2m));

    [Fact]
    public void NetMargin_TwoCompanies_IsThePublishedMargin()
    {
        // calcforme.com, Net profit margin; theprimecalculator.com, Net profit margin, worked example.
        Finance.NetMargin(netProfit: Money.Usd(10_000), revenue: Money.Usd(80_000)).Should().Be(Quantity.Ratio(0.125m));
        Finance.NetMargin(netProfit: Money.Usd(120_000), revenue: Money.Usd(1_000_000)).Should().Be(Quantity.Ratio(0.12m));
    }

    [Fact]
    public void EbitdaMargin_OneCompany_IsThePublishedMargin() =>
        // toolslick.com, EBITDA margin.
        Finance.EbitdaMargin(ebitda: Money.Usd(15_000), revenue: Money.Usd(125_000)).Should().Be(Quantity.Ratio(0.12m));

    [Fact]
    public void ReturnOnInvestment_FourInvestments_IsThePublishedReturn()
    {
        // oqnads.com, ROI calculator: campaigns A and B.
        Finance.ReturnOnInvestment(returned: Money.Usd(34_000), invested: Money.Usd(20_000)).Should().Be(Quantity.Ratio(0.7m));
        Finance.ReturnOnInvestment(returned: Money.Usd(300), invested: Money.Usd(1_000)).Should().Be(Quantity.Ratio(-0.7m));

        // The Handy Investing Answer Book, What is a simple example of return on investment.
        Finance.ReturnOnInvestment(returned: Money.Usd(5_500), invested: Money.Usd(5_000)).Should().Be(Quantity.Ratio(0.1m));

        // econwiki.wikidot.com, ROI: a gain of 20 on 100.
        Finance.ReturnOnInvestmentFromGain(gain: Money.Usd(20), invested: Money.Usd(100)).Should().Be(Quantity.Ratio(0.2m));
    }

    [Fact]
    public void AnnualizedReturn_HalfInThreeYears_IsThePublishedReturn() =>
        // coincodex.com, Annualized return: 1,000 grown to 1,500, 50 % in all, 14.47 % a year.
        Finance.AnnualizedReturn(totalReturn: 0.5m, years: 3).ShouldRoundTo(0.1447m, Unit.Ratio);

    [Fact]
    public void ReturnOnEquity_TwoCompanies_IsThePublishedReturn()
    {
        // calculatorlib.com, Return on equity; shorttutorials.com, How to calculate ROE: 11 %.
        Finance.ReturnOnEquity(netProfit: Money.Usd(100_000), equity: Money.Usd(500_000)).Should().Be(Quantity.Ratio(0.2m));
        Finance.ReturnOnEquity(netProfit: Money.Usd(1_722_000), equity: Money.Usd(15_459_500)).ShouldRoundTo(0.11m, Unit.Ratio);
    }

    [Fact]
    public void ReturnOnAssets_OneCompany_IsThePublishedReturn() =>
        // numerioncalc.com, Return on assets.
        Finance.ReturnOnAssets(netProfit: Money.Usd(70_000), totalAssets: Money.Usd(560_000)).Should().Be(Quantity.Ratio(0.125m));

    [Fact]
    public void ReturnOnCapitalEmployed_OneCompany_IsThePublishedReturn() =>
        // The Motley Fool, Return on capital employed: 64 of 375 less 100, in millions, is 0.23.
        Finance.ReturnOnCapitalEmployed(operatingProfit: Money.Usd(64), capitalEmployed: Money.Usd(375 - 100))
            .ShouldRoundTo(0.23m, Unit.Ratio);
}

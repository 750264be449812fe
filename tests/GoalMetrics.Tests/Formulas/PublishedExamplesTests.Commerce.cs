namespace GoalMetrics.Tests.Formulas;

public sealed partial class PublishedExamplesTests
{
    [Fact]
    public void Inventory_Walmart2024_IsThePublishedTurnoverAndDays()
    {
        // calcdragon.com, Inventory turnover: Walmart's fiscal 2024, in millions; 8.79 times and 41.5 days.
        var turnover = Commerce.InventoryTurnover(costOfGoodsSold: Money.Usd(490_142), averageInventory: Money.Usd(55_734));
        turnover.ShouldRoundTo(8.79m, Unit.Ratio);
        Commerce.DaysInventoryOutstanding(Quantity.Duration(365, DurationUnit.Day), turnover)
            .ShouldRoundTo(41.5m, Unit.Duration(DurationUnit.Day));
    }

    [Fact]
    public void StockoutRate_TwoThousandProducts_IsThePublishedRate() =>
        // costcalculator.calculator.city, Stockout rate, SKU count method.
        Commerce.StockoutRate(itemsOutOfStock: 100, items: 2_000).Should().Be(Quantity.Ratio(0.05m));

    [Fact]
    public void RevenuePerVisitor_TwoSites_IsThePublishedRevenue()
    {
        // omniconvert.com, Revenue per visitor; calc-pilot.com, Revenue per visitor, worked example.
        Commerce.RevenuePerVisitor(revenue: Money.Usd(1_000), visitors: 20).Should().Be(Money.Usd(50).Per("visitor"));
        Commerce.RevenuePerVisitor(revenue: Money.Usd(125_000), visitors: 50_000).Should().Be(Money.Usd(2.5m).Per("visitor"));
    }

    [Fact]
    public void ReturnRate_OneMonth_IsThePublishedRate() =>
        // accountinginsights.org, What is a return rate: 25 of 500.
        Commerce.ReturnRate(unitsReturned: 25, unitsSold: 500).Should().Be(Quantity.Ratio(0.05m));

    [Fact]
    public void ReturnRateByValue_AmericanRetail2021_IsThePublishedRate() =>
        // National Retail Federation and Appriss Retail, Customer Returns in the Retail Industry 2021: $761 of $4,583 billion, 16.6 %.
        Commerce.ReturnRateByValue(returnedValue: Money.Usd(761), sales: Money.Usd(4_583)).ShouldRoundTo(0.166m, Unit.Ratio);

    [Fact]
    public void CancellationRate_TwoHundredOrders_IsThePublishedRate() =>
        // waycalculator.com, Cancellation rate.
        Commerce.CancellationRate(cancelledOrders: 15, orders: 200).Should().Be(Quantity.Ratio(0.075m));

    [Fact]
    public void DiscountRate_OnePeriod_IsThePublishedRate() =>
        // beatroute.io, Discount to sale ratio.
        Commerce.DiscountRate(discounts: Money.Usd(20_000), grossSales: Money.Usd(200_000)).Should().Be(Quantity.Ratio(0.1m));

    [Fact]
    public void WinRate_OneQuarter_IsThePublishedRate() =>
        // contextawareanalytics.com, How to calculate win rate: 80 more are open.
        Commerce.WinRate(won: 45, lost: 135).Should().Be(Quantity.Ratio(0.25m));

    [Fact]
    public void CloseRate_TwoTeams_IsThePublishedRate()
    {
        // calculatorshub.net, Close rate: 33.33 %; cal76.calculator.city, How to calculate close rate in sales: 17.78 %.
        Commerce.CloseRate(won: 40, opportunities: 120).ShouldRoundTo(0.3333m, Unit.Ratio);
        Commerce.CloseRate(won: 32, opportunities: 180).ShouldRoundTo(0.1778m, Unit.Ratio);
    }

    [Fact]
    public void AverageDealSize_TwoTeams_IsThePublishedSize()
    {
        // mymarketingdeal.com, Deal size; petavue.com, Average deal size.
        Commerce.AverageDealSize(revenue: Money.Usd(100_000), dealsWon: 20).Should().Be(Money.Usd(5_000).Per("deal"));
        Commerce.AverageDealSize(revenue: Money.Usd(250_000), dealsWon: 10).Should().Be(Money.Usd(25_000).Per("deal"));
    }
}

namespace GoalMetrics.Tests.Formulas.Families;

public sealed partial class CommerceTests
{
    [Fact]
    public void AverageOrderValue_RealShop_IsThePublishedValue() =>
        // Reference cdnow-totals, "aov" (R 4.2.2).
        Commerce.AverageOrderValue(revenue: Money.Usd(2_500_315.63m), orders: 69_659)
            .ShouldRoundTo(35.8936480569632m, Unit.Money("USD").Per("order"));

    [Fact]
    public void UnitsPerOrder_RealShop_IsTheQuotient() =>
        // Reference cdnow-totals: 167,881 units in 69,659 transactions; quotient by GNU bc.
        Commerce.UnitsPerOrder(units: 167_881, orders: 69_659).ShouldRoundTo(2.41004033936749m, Unit.Count("unit").Per("order"));

    [Fact]
    public void UnitsPerOrder_NamedThings_KeepsWhatIsCounted()
    {
        Commerce.UnitsPerOrder(Quantity.Count(24, "book"), Quantity.Count(10, "parcel"))
            .Should().Be(new Quantity(2.4m, Unit.Count("book").Per("parcel")));
    }

    [Fact]
    public void RevenuePerVisitor_OneSite_IsThePublishedRevenue()
    {
        // omniconvert.com, Revenue per visitor.
        Commerce.RevenuePerVisitor(revenue: Money.Usd(1_000), visitors: 20).Should().Be(Money.Usd(50).Per("visitor"));
    }

    [Fact]
    public void RevenuePerVisitor_FromItsParts_IsTheirProduct() =>
        // By hand: 300 of 12,000 buy for 320 each, 0.025 · 320.
        Commerce.RevenuePerVisitor(Money.Dkk(96_000), 12_000).Amount.Should().Be(
            Marketing.ConversionRate(300, 12_000).Amount * Commerce.AverageOrderValue(Money.Dkk(96_000), 300).Amount);

    [Fact]
    public void AverageSellingPrice_RealShop_IsRevenueOverUnits()
    {
        // Reference cdnow-totals: revenue and units; quotient with 40 digits.
        Commerce.AverageSellingPrice(revenue: Money.Usd(2_500_315.63m), units: 167_881)
            .ShouldRoundTo(14.8933806088837m, Unit.Money("USD").Per("unit"));
    }

    [Fact]
    public void RepeatPurchaseRate_RealShop_IsThePublishedRate() =>
        // Reference cdnow-totals, "repeat_rate" (R 4.2.2): 11,516 of 23,570 customers bought on more than one day.
        Commerce.RepeatPurchaseRate(repeatCustomers: 11_516, customers: 23_570).ShouldRoundTo(0.488587187102249m, Unit.Ratio);

    [Fact]
    public void PurchaseFrequency_RealShop_IsOrdersPerCustomer() =>
        // Reference cdnow-totals: 69,659 transactions of 23,570 customers, both published by Fader & Hardie; quotient with 40 digits.
        Commerce.PurchaseFrequency(orders: 69_659, customers: 23_570).ShouldRoundTo(2.95540941875265m, Unit.Count("order").Per("customer"));

    [Fact]
    public void ReturnRate_OneMonth_IsThePublishedRate() =>
        // accountinginsights.org, What is a return rate: 25 of 500.
        Commerce.ReturnRate(unitsReturned: 25, unitsSold: 500).Should().Be(Quantity.Ratio(0.05m));

    [Fact]
    public void ReturnRate_MoreReturnedThanSold_IsAboveOne() =>
        // Sold in an earlier period; the definition sets no ceiling.
        Commerce.ReturnRate(unitsReturned: 6, unitsSold: 5).Should().Be(Quantity.Ratio(1.2m));

    [Fact]
    public void ReturnRateByValue_AmericanRetail2021_IsThePublishedRate() =>
        // National Retail Federation and Appriss Retail, Customer Returns in the Retail Industry 2021: $761 of $4,583 billion, 16.6 %.
        Commerce.ReturnRateByValue(returnedValue: Money.Usd(761), sales: Money.Usd(4_583)).ShouldRoundTo(0.166m, Unit.Ratio);

    [Fact]
    public void CancellationRate_RealShop_IsTheCancelledOverAll() =>
        // Chen, Online Retail, UCI (CC BY 4.0): 3,836 cancelled beside 19,959 kept orders; quotient with 40 digits.
        Commerce.CancellationRate(cancelledOrders: 3_836, orders: 23_795).ShouldRoundTo(0.161210338306367m, Unit.Ratio);

    [Fact]
    public void WinRate_OneQuarter_IsThePublishedRate() =>
        // contextawareanalytics.com, How to calculate win rate: 80 more are open.
        Commerce.WinRate(won: 45, lost: 135).Should().Be(Quantity.Ratio(0.25m));

    [Fact]
    public void WinRate_AllOrNone_IsAtTheEnds()
    {
        Commerce.WinRate(won: 4, lost: 0).Should().Be(Quantity.Ratio(1m));
        Commerce.WinRate(won: 0, lost: 4).Should().Be(Quantity.Ratio(0m));
    }

    [Fact]
    public void WinRate_DifferentNouns_AreAllDeals() =>
        Commerce.WinRate(Quantity.Count(27, "sale"), Quantity.Count(63, "loss")).Should().Be(Quantity.Ratio(0.3m));

    [Fact]
    public void WinRate_NothingDecided_IsUndefinedAndNamesBoth()
    {
        Commerce.WinRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "won, lost");
    }

    [Fact]
    public void AverageDealSize_OneTeam_IsThePublishedSize()
    {
        // mymarketingdeal.com, Deal size.
        Commerce.AverageDealSize(revenue: Money.Usd(100_000), dealsWon: 20).Should().Be(Money.Usd(5_000).Per("deal"));
    }

    [Fact]
    public void AverageDealSize_NamedDeals_KeepsTheirName()
    {
        Commerce.AverageDealSize(Money.Dkk(30), Quantity.Count(4, "contract")).Should().Be(Money.Dkk(7.5m).Per("contract"));
    }

    [Fact]
    public void SalesVelocity_OneTeam_IsThePublishedRate()
    {
        // winsabove, Sales velocity: $2,326 a day.
        var velocity = Commerce.SalesVelocity(
            opportunities: 18, winRate: 0.24m, averageDealSize: Money.Usd(42_000), cycleLength: Quantity.Duration(78, DurationUnit.Day));
        velocity.ShouldRoundTo(2_326m, Unit.Money("USD").Over(Unit.Duration(DurationUnit.Day)));
        velocity.Unit!.ToString().Should().Be("USD per day");
    }

    [Fact]
    public void SalesVelocity_CycleInWeeks_IsMoneyPerWeek()
    {
        // By hand: 12 · 0.5 · 1,000 / 8 weeks.
        Commerce.SalesVelocity(12, 0.5m, Money.Dkk(1_000), Quantity.Duration(8, DurationUnit.Week)).Should().Be(
            new Quantity(750m, Unit.Money("DKK").Over(Unit.Duration(DurationUnit.Week))));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("opportunity", null)]
    [InlineData(null, "deal")]
    [InlineData("deal", "deal")]
    [InlineData("opportunity", "deal")]
    [InlineData("opportunity", "opportunity")]
    public void SalesVelocity_WhateverIsCounted_IsMoneyPerDay(string? opportunity, string? perDeal)
    {
        // By hand: 30 · 0.2 · 500 / 20.
        var size = perDeal is null ? Money.Dkk(500) : Money.Dkk(500).Per(perDeal);
        Commerce.SalesVelocity(Quantity.Count(30, opportunity), 0.2m, size, Quantity.Duration(20, DurationUnit.Day)).Should().Be(
            new Quantity(150m, Unit.Money("DKK").Over(Unit.Duration(DurationUnit.Day))));
    }

    [Fact]
    public void SalesVelocity_OnItsBounds_IsDefined()
    {
        var day = Quantity.Duration(1, DurationUnit.Day);
        Commerce.SalesVelocity(4, 1m, Money.Dkk(3), day).Amount.Should().Be(12m);
        Commerce.SalesVelocity(4, 0m, Money.Dkk(3), day).Amount.Should().Be(0m);
        Commerce.SalesVelocity(0, 1m, Money.Dkk(0), day).Amount.Should().Be(0m);
    }

    [Fact]
    public void SellThroughRate_OneProduct_IsThePublishedRate() =>
        // calculator.7search.cc, Sell-through rate.
        Commerce.SellThroughRate(unitsSold: 300, unitsReceived: 500).Should().Be(Quantity.Ratio(0.6m));

    [Fact]
    public void QuotaAttainment_OneSeller_IsThePublishedShare()
    {
        // prowi.io, Quota attainment: the second example.
        Commerce.QuotaAttainment(Money.Usd(200_000), Money.Usd(250_000)).Should().Be(Quantity.Ratio(0.8m));
    }

    [Fact]
    public void PipelineCoverage_ThreeMillionForOne_IsThePublishedMultiple() =>
        // metrickittools.com, Sales quota coverage.
        Commerce.PipelineCoverage(pipeline: Money.Usd(3_000_000), target: Money.Usd(1_000_000)).Should().Be(Quantity.Ratio(3m));

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
    public void DiscountRate_OnePeriod_IsThePublishedRate() =>
        // beatroute.io, Discount to sale ratio.
        Commerce.DiscountRate(discounts: Money.Usd(20_000), grossSales: Money.Usd(200_000)).Should().Be(Quantity.Ratio(0.1m));

    [Fact]
    public void CloseRate_OneTeam_IsThePublishedRate()
    {
        // calculatorshub.net, Close rate: 33.33 %.
        Commerce.CloseRate(won: 40, opportunities: 120).ShouldRoundTo(0.3333m, Unit.Ratio);
    }
}

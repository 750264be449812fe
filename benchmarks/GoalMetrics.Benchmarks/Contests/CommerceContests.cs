namespace GoalMetrics.Benchmarks;

/// <summary>The formulas of <see cref="Commerce"/> and what one would write by hand.</summary>
internal static class CommerceContests
{
    public static IReadOnlyList<FormulaContest> All { get; } =
    [
        FormulaContest.Of("sell-through-rate", Commerce.SellThroughRate, (a, b) => a / b),
        FormulaContest.Of("inventory-turnover", Commerce.InventoryTurnover, (a, b) => a / b),
        FormulaContest.Of("days-inventory-outstanding", Commerce.DaysInventoryOutstanding, (a, b) => a / b),
        FormulaContest.Of("stockout-rate", Commerce.StockoutRate, (a, b) => a / b),
        FormulaContest.Of("average-order-value", Commerce.AverageOrderValue, (a, b) => a / b),
        FormulaContest.Of("revenue-per-visitor", Commerce.RevenuePerVisitor, (a, b) => a / b),
        FormulaContest.Of("units-per-order", Commerce.UnitsPerOrder, (a, b) => a / b),
        FormulaContest.Of("average-selling-price", Commerce.AverageSellingPrice, (a, b) => a / b),
        FormulaContest.Of("repeat-purchase-rate", Commerce.RepeatPurchaseRate, (a, b) => a / b),
        FormulaContest.Of("purchase-frequency", Commerce.PurchaseFrequency, (a, b) => a / b),
        FormulaContest.Of("return-rate", Commerce.ReturnRate, (a, b) => a / b),
        FormulaContest.Of("return-rate-by-value", Commerce.ReturnRateByValue, (a, b) => a / b),
        FormulaContest.Of("cancellation-rate", Commerce.CancellationRate, (a, b) => a / b),
        FormulaContest.Of("discount-rate", Commerce.DiscountRate, (a, b) => a / b),
        FormulaContest.Of("win-rate", Commerce.WinRate, (a, b) => a / (a + b)),
        FormulaContest.Of("close-rate", Commerce.CloseRate, (a, b) => a / b),
        FormulaContest.Of("average-deal-size", Commerce.AverageDealSize, (a, b) => a / b),
        FormulaContest.Of("quota-attainment", Commerce.QuotaAttainment, (a, b) => a / b),
        FormulaContest.Of("pipeline-coverage", Commerce.PipelineCoverage, (a, b) => a / b),
        FormulaContest.Of("sales-velocity", Commerce.SalesVelocity, (a, b, c, d) => a * b * c / d),
    ];
}

namespace GoalMetrics.Benchmarks;

/// <summary>The formulas of <see cref="Finance"/> and what one would write by hand.</summary>
internal static class FinanceContests
{
    public static IReadOnlyList<FormulaContest> All { get; } =
    [
        FormulaContest.Of("current-ratio", Finance.CurrentRatio, (a, b) => a / b),
        FormulaContest.Of("acid-test-ratio", Finance.AcidTestRatio, (a, b, c) => (a - b) / c),
        FormulaContest.Of("debt-to-equity", Finance.DebtToEquity, (a, b) => a / b),
        FormulaContest.Of("interest-coverage", Finance.InterestCoverage, (a, b) => a / b),
        FormulaContest.Of("break-even-units", Finance.BreakEvenUnits, (a, b, c) => a / (b - c)),
        FormulaContest.Of("days-sales-outstanding", Finance.DaysSalesOutstanding, (a, b, c) => a * c / b),
        FormulaContest.Of("days-payable-outstanding", Finance.DaysPayableOutstanding, (a, b, c) => a * c / b),
        FormulaContest.Of("cash-conversion-cycle", Finance.CashConversionCycle, (a, b, c) => a + b - c),
        FormulaContest.Of("burn-rate", Finance.BurnRate, (a, b, c) => (a - b) / c),
        FormulaContest.Of("runway", Finance.Runway, (a, b, c) => a * c / b),
        FormulaContest.Of("growth-rate", Finance.GrowthRate, (a, b) => (a - b) / Math.Abs(b)),
        FormulaContest.Of(
            "compound-growth-rate", Finance.CompoundGrowthRate, (a, b, c) => (decimal)(Math.Pow((double)(b / a), (double)(1m / c)) - 1d)),
        FormulaContest.Of("market-share", Finance.MarketShare, (a, b) => a / b),
        FormulaContest.Of("relative-market-share", Finance.RelativeMarketShare, (a, b) => a / b),
        FormulaContest.Of("revenue-per-employee", Finance.RevenuePerEmployee, (a, b) => a / b),
        FormulaContest.Of("budget-variance", Finance.BudgetVariance, (a, b) => a - b),
        FormulaContest.Of("budget-variance-rate", Finance.BudgetVarianceRate, (a, b) => (a - b) / Math.Abs(b)),
        FormulaContest.Of("gross-margin", Finance.GrossMargin, (a, b) => (a - b) / a),
        FormulaContest.Of("markup", Finance.Markup, (a, b) => (a - b) / b),
        FormulaContest.Of("contribution-margin", Finance.ContributionMargin, (a, b) => (a - b) / a),
        FormulaContest.Of("operating-margin", Finance.OperatingMargin, (a, b) => a / b),
        FormulaContest.Of("net-margin", Finance.NetMargin, (a, b) => a / b),
        FormulaContest.Of("ebitda-margin", Finance.EbitdaMargin, (a, b) => a / b),
        FormulaContest.Of("payback-period", Finance.PaybackPeriod, (a, b) => a / b),
        FormulaContest.Of(
            "discounted-payback-period",
            Finance.DiscountedPaybackPeriod,
            (a, b, c) => (decimal)(-Math.Log((double)(1m - (a * c / b))) / Math.Log((double)(1m + c)))),
        FormulaContest.Of("return-on-investment", Finance.ReturnOnInvestment, (a, b) => (a - b) / b),
        FormulaContest.Of("return-on-investment-from-gain", Finance.ReturnOnInvestmentFromGain, (a, b) => a / b),
        FormulaContest.Of(
            "annualized-return", Finance.AnnualizedReturn, (a, b) => (decimal)(Math.Pow(1d + (double)a, (double)(1m / b)) - 1d)),
        FormulaContest.Of("return-on-equity", Finance.ReturnOnEquity, (a, b) => a / b),
        FormulaContest.Of("return-on-assets", Finance.ReturnOnAssets, (a, b) => a / b),
        FormulaContest.Of("return-on-capital-employed", Finance.ReturnOnCapitalEmployed, (a, b) => a / b),
    ];
}

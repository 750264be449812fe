namespace GoalMetrics.Benchmarks;

/// <summary>The formulas of <see cref="Customers"/> and what one would write by hand.</summary>
internal static class CustomersContests
{
    public static IReadOnlyList<FormulaContest> All { get; } =
    [
        FormulaContest.Of("churn-rate", Customers.ChurnRate, (a, b) => a / b),
        FormulaContest.Of("churn-rate-on-average-base", Customers.ChurnRateOnAverageBase, (a, b, c) => 2m * a / (b + c)),
        FormulaContest.Of("retention-rate", Customers.RetentionRate, (a, b, c) => (a - b) / c),
        FormulaContest.Of("customer-growth-rate", Customers.CustomerGrowthRate, (a, b) => (b - a) / a),
        FormulaContest.Of("rule-of-40", Customers.RuleOf40, (a, b) => a + b),
        FormulaContest.Of("magic-number", Customers.MagicNumber, (a, b) => a / b),
        FormulaContest.Of("burn-multiple", Customers.BurnMultiple, (a, b) => a / b),
        FormulaContest.Of("stickiness", Customers.Stickiness, (a, b) => a / b),
        FormulaContest.Of("activation-rate", Customers.ActivationRate, (a, b) => a / b),
        FormulaContest.Of("adoption-rate", Customers.AdoptionRate, (a, b) => a / b),
        FormulaContest.Of("referral-rate", Customers.ReferralRate, (a, b) => a / b),
        FormulaContest.Of("net-promoter-score", Customers.NetPromoterScore, (a, b, c) => 100m * (a - b) / c),
        FormulaContest.Of("customer-satisfaction", Customers.CustomerSatisfaction, (a, b) => a / b),
        FormulaContest.Of("customer-effort-score", Customers.CustomerEffortScore, (a, b) => a / b),
        FormulaContest.Of("revenue-churn-rate", Customers.RevenueChurnRate, (a, b, c) => (a + b) / c),
        FormulaContest.Of("gross-revenue-retention", Customers.GrossRevenueRetention, (a, b, c) => (a - b - c) / a),
        FormulaContest.Of("net-revenue-retention", Customers.NetRevenueRetention, (a, b, c, d) => (a + b - c - d) / a),
        FormulaContest.Of("quick-ratio", Customers.QuickRatio, (a, b, c, d, e) => (a + b + c) / (d + e)),
        FormulaContest.Of("average-revenue-per-user", Customers.AverageRevenuePerUser, (a, b) => a / b),
        FormulaContest.Of("average-revenue-per-customer", Customers.AverageRevenuePerCustomer, (a, b) => a / b),
        FormulaContest.Of("annual-recurring-revenue", Customers.AnnualRecurringRevenue, a => 12m * a),
        FormulaContest.Of("customer-lifetime", Customers.CustomerLifetime, a => 1m / a),
        FormulaContest.Of("customer-lifetime-value", Customers.CustomerLifetimeValue, (a, b, c) => a * b / c),
        FormulaContest.Of("discounted-lifetime-value", Customers.DiscountedLifetimeValue, (a, b, c) => a * b / (1m + c - b)),
        FormulaContest.Of(
            "discounted-lifetime-value-paid-at-start",
            Customers.DiscountedLifetimeValuePaidAtStart,
            (a, b, c) => a * (1m + c) / (1m + c - b)),
        FormulaContest.Of("lifetime-value-to-cost", Customers.LifetimeValueToCost, (a, b) => a / b),
        FormulaContest.Of("acquisition-payback", Customers.AcquisitionPayback, (a, b, c) => a / (b * c)),
    ];
}

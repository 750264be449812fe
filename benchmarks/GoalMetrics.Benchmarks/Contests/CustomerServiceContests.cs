namespace GoalMetrics.Benchmarks;

/// <summary>The formulas of <see cref="CustomerService"/> and what one would write by hand.</summary>
internal static class CustomerServiceContests
{
    public static IReadOnlyList<FormulaContest> All { get; } =
    [
        FormulaContest.Of("uptime", CustomerService.Uptime, (a, b) => a / b),
        FormulaContest.Of("error-budget-remaining", CustomerService.ErrorBudgetRemaining, (a, b) => 1m - ((1m - a) / (1m - b))),
        FormulaContest.Of("mean-time-to-recover", CustomerService.MeanTimeToRecover, (a, b) => a / b),
        FormulaContest.Of("mean-time-between-failures", CustomerService.MeanTimeBetweenFailures, (a, b) => a / b),
        FormulaContest.Of("first-contact-resolution", CustomerService.FirstContactResolution, (a, b) => a / b),
        FormulaContest.Of("resolution-rate", CustomerService.ResolutionRate, (a, b) => a / b),
        FormulaContest.Of("average-handle-time", CustomerService.AverageHandleTime, (a, b, c, d) => (a + b + c) / d),
        FormulaContest.Of("average-response-time", CustomerService.AverageResponseTime, (a, b) => a / b),
        FormulaContest.Of("service-level", CustomerService.ServiceLevel, (a, b) => a / b),
        FormulaContest.Of("backlog-rate", CustomerService.BacklogRate, (a, b) => a / b),
    ];
}

namespace GoalMetrics.Benchmarks;

/// <summary>The formulas of <see cref="Service"/> and what one would write by hand.</summary>
internal static class ServiceContests
{
    public static IReadOnlyList<FormulaContest> All { get; } =
    [
        FormulaContest.Of("uptime", Service.Uptime, (a, b) => a / b),
        FormulaContest.Of("error-budget-remaining", Service.ErrorBudgetRemaining, (a, b) => 1m - ((1m - a) / (1m - b))),
        FormulaContest.Of("mean-time-to-recover", Service.MeanTimeToRecover, (a, b) => a / b),
        FormulaContest.Of("mean-time-between-failures", Service.MeanTimeBetweenFailures, (a, b) => a / b),
        FormulaContest.Of("first-contact-resolution", Service.FirstContactResolution, (a, b) => a / b),
        FormulaContest.Of("resolution-rate", Service.ResolutionRate, (a, b) => a / b),
        FormulaContest.Of("average-handle-time", Service.AverageHandleTime, (a, b, c, d) => (a + b + c) / d),
        FormulaContest.Of("average-response-time", Service.AverageResponseTime, (a, b) => a / b),
        FormulaContest.Of("service-level", Service.ServiceLevel, (a, b) => a / b),
        FormulaContest.Of("backlog-rate", Service.BacklogRate, (a, b) => a / b),
    ];
}

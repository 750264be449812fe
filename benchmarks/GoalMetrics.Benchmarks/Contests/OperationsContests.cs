namespace GoalMetrics.Benchmarks;

/// <summary>The formulas of <see cref="Operations"/> and what one would write by hand.</summary>
internal static class OperationsContests
{
    public static IReadOnlyList<FormulaContest> All { get; } =
    [
        FormulaContest.Of("utilization", Operations.Utilization, (a, b) => a / b),
        FormulaContest.Of("cycle-time", Operations.CycleTime, (a, b, c) => a * c / b),
        FormulaContest.Of("on-time-delivery", Operations.OnTimeDelivery, (a, b) => a / b),
        FormulaContest.Of("on-time-in-full", Operations.OnTimeInFull, (a, b) => a / b),
        FormulaContest.Of("order-accuracy", Operations.OrderAccuracy, (a, b) => a / b),
        FormulaContest.Of("availability", Operations.Availability, (a, b) => a / b),
        FormulaContest.Of("performance", Operations.Performance, (a, b, c) => a * b / (c * 60m)),
        FormulaContest.Of("quality", Operations.Quality, (a, b) => a / b),
        FormulaContest.Of("overall-equipment-effectiveness", Operations.OverallEquipmentEffectiveness, (a, b, c) => a * b * c),
        FormulaContest.Of("schedule-variance", Operations.ScheduleVariance, (a, b) => a - b),
        FormulaContest.Of("cost-variance", Operations.CostVariance, (a, b) => a - b),
        FormulaContest.Of("cost-performance-index", Operations.CostPerformanceIndex, (a, b) => a / b),
        FormulaContest.Of("schedule-performance-index", Operations.SchedulePerformanceIndex, (a, b) => a / b),
        FormulaContest.Of("first-pass-yield", Operations.FirstPassYield, (a, b) => a / b),
        FormulaContest.Of("defect-rate", Operations.DefectRate, (a, b) => a / b),
        FormulaContest.Of("defects-per-million", Operations.DefectsPerMillion, (a, b, c) => 1_000_000m * a / (b * c)),
    ];
}

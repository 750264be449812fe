namespace GoalMetrics.Benchmarks;

/// <summary>The formulas of <see cref="People"/> and what one would write by hand.</summary>
internal static class PeopleContests
{
    public static IReadOnlyList<FormulaContest> All { get; } =
    [
        FormulaContest.Of("employee-turnover", People.EmployeeTurnover, (a, b) => a / b),
        FormulaContest.Of("employee-retention", People.EmployeeRetention, (a, b) => a / b),
        FormulaContest.Of("absence-rate", People.AbsenceRate, (a, b) => a / b),
        FormulaContest.Of("time-to-hire", People.TimeToHire, (a, b) => a / b),
        FormulaContest.Of("offer-acceptance-rate", People.OfferAcceptanceRate, (a, b) => a / b),
        FormulaContest.Of("employee-net-promoter-score", People.EmployeeNetPromoterScore, (a, b, c) => 100m * (a - b) / c),
        FormulaContest.Of("training-hours-per-employee", People.TrainingHoursPerEmployee, (a, b) => a / b),
    ];
}

namespace GoalMetrics;

// Earned value: what the work done was to cost, against what was planned by now and what it did cost.
public static partial class Operations
{
    /// <summary>How much more work is done than planned by now, in money: <c>earned value − planned value</c>.</summary>
    /// <param name="earnedValue">The budget of the work that is done (BCWP).</param>
    /// <param name="plannedValue">The budget of the work that was to be done by now (BCWS), in the same currency.</param>
    /// <returns>Money, negative when behind schedule.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity ScheduleVariance(Quantity earnedValue, Quantity plannedValue) =>
        (earnedValue.AsMoney() - plannedValue.AsMoney()).NamingOverflow(earnedValue, plannedValue);

    /// <summary>How much less the work done has cost than budgeted: <c>earned value − actual cost</c>.</summary>
    /// <param name="earnedValue">The budget of the work that is done (BCWP).</param>
    /// <param name="actualCost">What that work cost (ACWP), in the same currency.</param>
    /// <returns>Money, negative when over budget.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity CostVariance(Quantity earnedValue, Quantity actualCost) =>
        (earnedValue.AsMoney() - actualCost.AsMoney()).NamingOverflow(earnedValue, actualCost);

    /// <summary>The value of the work done for each unit of money spent: <c>earned value / actual cost</c>.</summary>
    /// <param name="earnedValue">The budget of the work that is done (BCWP); not negative.</param>
    /// <param name="actualCost">What that work cost (ACWP), in the same currency; not negative.</param>
    /// <returns>
    /// A ratio, below 1 when over budget; undefined without cost, and (<see cref="UndefinedReason.OutOfDomain"/>) where either is
    /// negative.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity CostPerformanceIndex(Quantity earnedValue, Quantity actualCost) =>
        earnedValue.AsMoney().NotNegative().RatioTo(actualCost.AsMoney().NotNegative());

    /// <summary>How much of the work planned by now is done: <c>earned value / planned value</c>.</summary>
    /// <param name="earnedValue">The budget of the work that is done (BCWP); not negative.</param>
    /// <param name="plannedValue">The budget of the work that was to be done by now (BCWS), in the same currency; not negative.</param>
    /// <returns>
    /// A ratio, below 1 when behind schedule; undefined where nothing was planned, and (<see cref="UndefinedReason.OutOfDomain"/>)
    /// where either is negative.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity SchedulePerformanceIndex(Quantity earnedValue, Quantity plannedValue) =>
        earnedValue.AsMoney().NotNegative().RatioTo(plannedValue.AsMoney().NotNegative());

    private static IEnumerable<Formula> ProjectFormulas() =>
    [
        Formula.Of(
            "schedule-variance", ScheduleVariance,
            FormulaInput.Money("earnedValue"), FormulaInput.Money("plannedValue")).DescribedBy(new()
        {
            Title = new("Schedule variance", "Tidsafvigelse (optjent værdi)"),
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "earnedValue - plannedValue",
            EdgeCases =
            [
                "It is time expressed in money: minus 5,000 is work of 5,000 that should be done and is not.",
                "A finished project has none, however late it was.",
            ],
            Variants =
            [
                new("schedule-performance-index", "Says the same as a share of the plan."),
                new("cost-variance", "Compares with what the work did cost."),
            ],
            Example = new("A project in month 4", Money.Usd(35_000), Money.Usd(40_000)),
            Source = "Project Management Institute, A Guide to the Project Management Body of Knowledge (PMBOK Guide), 6th ed., 2017",
        }),
        Formula.Of("cost-variance", CostVariance, FormulaInput.Money("earnedValue"), FormulaInput.Money("actualCost")).DescribedBy(new()
        {
            Title = new("Cost variance", "Omkostningsafvigelse (optjent værdi)"),
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "earnedValue - actualCost",
            EdgeCases = ["Negative is over budget: the work done cost more than it was to."],
            Variants =
            [
                new("cost-performance-index", "Says the same as a ratio."),
                new("schedule-variance", "Compares with what was planned by now."),
                new(
                    "budget-variance",
                    "Compares what was spent with the budget of the period, whatever was done for it; above is "
                        + "positive there."),
            ],
            Example = new("A project in month 4", Money.Usd(35_000), Money.Usd(45_000)),
            Source = "Project Management Institute, A Guide to the Project Management Body of Knowledge (PMBOK Guide), 6th ed., 2017",
        }),
        Formula.Of(
            "cost-performance-index", CostPerformanceIndex,
            FormulaInput.Money("earnedValue").AtLeast(0m), FormulaInput.Money("actualCost").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Cost performance index", "Omkostningsindeks (CPI)"),
            Synonyms = ["cpi", "omkostningsindeks"],
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "earnedValue / actualCost",
            EdgeCases =
            [
                "Nothing spent is a zero denominator; negative amounts are out of domain.",
                "Shown as percent: 78 % is what books call a CPI of 0.78.",
            ],
            Variants =
            [
                new("cost-variance", "Says the difference in money."),
                new("schedule-performance-index", "Compares with the plan instead of the cost."),
            ],
            Example = new("A project in month 4", Money.Usd(35_000), Money.Usd(45_000)),
            Source = "Project Management Institute, A Guide to the Project Management Body of Knowledge (PMBOK Guide), 6th ed., 2017",
        }),
        Formula.Of(
            "schedule-performance-index", SchedulePerformanceIndex,
            FormulaInput.Money("earnedValue").AtLeast(0m), FormulaInput.Money("plannedValue").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Schedule performance index", "Tidsindeks (SPI)"),
            Synonyms = ["spi", "tidsindeks"],
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "earnedValue / plannedValue",
            EdgeCases =
            [
                "Nothing planned by now is a zero denominator; negative amounts are out of domain.",
                "A finished project ends at 100 %, however late it was.",
            ],
            Variants =
            [
                new("schedule-variance", "Says the difference in money."),
                new("cost-performance-index", "Compares with the cost instead of the plan."),
            ],
            Example = new("A project in month 4", Money.Usd(35_000), Money.Usd(40_000)),
            Source = "Project Management Institute, A Guide to the Project Management Body of Knowledge (PMBOK Guide), 6th ed., 2017",
        }),
    ];
}

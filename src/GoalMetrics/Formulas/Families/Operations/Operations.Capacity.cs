namespace GoalMetrics;

// How much of the capacity is used, and how long work is under way.
public static partial class Operations
{
    /// <summary>The share of the capacity that was used: <c>used / capacity</c>.</summary>
    /// <param name="used">What was used: hours worked, pieces made, rooms let; not negative.</param>
    /// <param name="capacity">What could have been, in the same unit; not negative.</param>
    /// <returns>A ratio; undefined without capacity, and (<see cref="UndefinedReason.OutOfDomain"/>) where either is negative.</returns>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static Quantity Utilization(Quantity used, Quantity capacity) =>
        used.AsInput().NotNegative().RatioTo(capacity.AsInput().NotNegative());

    /// <summary>
    /// How long a piece of work is under way, by Little's law: work in progress over throughput,
    /// <c>work in progress / (completed / period)</c>.
    /// </summary>
    /// <param name="workInProgress">Pieces under way, on average over the period.</param>
    /// <param name="completed">Pieces completed in the period.</param>
    /// <param name="period">How long the period is, such as 30 days; above 0.</param>
    /// <returns>
    /// A duration in the unit of the period: the average of a flow where as much comes in as goes out. Undefined where nothing was
    /// completed and over no time, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative period.
    /// </returns>
    public static Quantity CycleTime(Quantity workInProgress, Quantity completed, Quantity period) =>
        StockDuration.Of(workInProgress.AsNumber(), completed.AsNumber(), period.AsDuration().NotNegative());

    private static IEnumerable<Formula> CapacityFormulas() =>
    [
        Formula.Of(
            "utilization", Utilization,
            FormulaInput.Any("used").AtLeast(0m), FormulaInput.Any("capacity").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Utilization", "Kapacitetsudnyttelse"),
            Synonyms = ["utilisation", "capacity-utilization", "kapacitetsudnyttelse", "udnyttelsesgrad"],
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "used / capacity",
            EdgeCases =
            [
                "No capacity is a zero denominator; negative amounts are out of domain.",
                "Above 100 % says that more was used than was planned for, as overtime does.",
                "Near 100 % queues grow without end: more is not always better.",
            ],
            Variants =
            [
                new("availability", "Takes the planned time only, and asks for stops."),
                new("overall-equipment-effectiveness", "Asks how well the planned time was used, speed and rejects included."),
            ],
            Example = new(
                "A consultant with 1,260 hours invoiced of 1,680",
                Quantity.Duration(1_260, DurationUnit.Hour), Quantity.Duration(1_680, DurationUnit.Hour)),
            Source = "Krajewski, Malhotra & Ritzman, Operations Management, 12th ed., 2019",
        }),
        Formula.Of(
            "cycle-time", CycleTime,
            FormulaInput.Count("workInProgress"), FormulaInput.Count("completed"),
            FormulaInput.Duration("period").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Cycle time", "Gennemløbstid"),
            Synonyms = ["littles-law", "flow-time", "throughput-time", "gennemløbstid"],
            Family = "Operations",
            Direction = Direction.LowerIsBetter,
            Equation = "workInProgress / (completed / period)",
            EdgeCases =
            [
                "Nothing completed and a period of no length are zero denominators; a negative period is out of domain.",
                "It holds on average for a steady flow: where work piles up, it understates.",
                "The result is in the unit of the period.",
            ],
            Example = new(
                "40 projects under way, 5 finished a month",
                Quantity.Count(40, "project"), Quantity.Count(5, "project"), Quantity.Duration(1, DurationUnit.Month)),
            Source =
                "Little, A Proof for the Queuing Formula: L = λW, Operations Research 9(3), 1961; Hopp & Spearman, "
                    + "Factory Physics, 3rd ed., 2008",
        }),
    ];
}

namespace GoalMetrics;

// How services and machines hold.
public static partial class CustomerService
{
    /// <summary>The share of time a service was up: <c>up time / total time</c>.</summary>
    /// <param name="upTime">Time the service was up; not below 0.</param>
    /// <param name="totalTime">All the time; not below 0.</param>
    /// <returns>
    /// A ratio; undefined over no time, and (<see cref="UndefinedReason.OutOfDomain"/>) at a time below 0.
    /// </returns>
    public static Quantity Uptime(Quantity upTime, Quantity totalTime) =>
        upTime.AsDuration().NotNegative().RatioTo(totalTime.AsDuration().NotNegative());

    /// <summary>The share of the error budget that is left: <c>1 − (1 − uptime) / (1 − target)</c>.</summary>
    /// <param name="uptime">The share of time or requests that went well, from 0 to 1.</param>
    /// <param name="target">The share promised, from 0 to 1.</param>
    /// <returns>
    /// A ratio, negative when overspent; undefined at a target of 100 %, and (<see cref="UndefinedReason.OutOfDomain"/>) at a share
    /// outside 0 to 1.
    /// </returns>
    public static Quantity ErrorBudgetRemaining(Quantity uptime, Quantity target) =>
        One - (One - uptime.AsShare()).DividedBy(One - target.AsShare(), nameof(target));

    /// <summary>How long it takes to recover from an incident: <c>totalDowntime / incidents</c>.</summary>
    /// <param name="totalDowntime">Time down in all incidents together; not below 0.</param>
    /// <param name="incidents">How many incidents there were.</param>
    /// <returns>
    /// A duration in the unit of the time; undefined without incidents, and (<see cref="UndefinedReason.OutOfDomain"/>) at a time below 0.
    /// </returns>
    public static Quantity MeanTimeToRecover(Quantity totalDowntime, Quantity incidents) =>
        totalDowntime.AsDuration().NotNegative().DividedBy(incidents.AsNumber());

    /// <summary>How long a service runs between failures: <c>totalUptime / failures</c>.</summary>
    /// <param name="totalUptime">Time in operation; not below 0.</param>
    /// <param name="failures">How many failures there were.</param>
    /// <returns>
    /// A duration in the unit of the time; undefined without failures, and (<see cref="UndefinedReason.OutOfDomain"/>) at a time below 0.
    /// </returns>
    public static Quantity MeanTimeBetweenFailures(Quantity totalUptime, Quantity failures) =>
        totalUptime.AsDuration().NotNegative().DividedBy(failures.AsNumber());

    private static IEnumerable<Formula> ReliabilityFormulas() =>
    [
        Formula.Of(
            "uptime", Uptime,
            FormulaInput.Duration("upTime").AtLeast(0m), FormulaInput.Duration("totalTime").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Uptime", "Oppetid"),
            Synonyms = ["oppetid", "service-availability"],
            Family = "Customer service",
            Direction = Direction.HigherIsBetter,
            Equation = "upTime / totalTime",
            EdgeCases =
            [
                "Undefined over no time.",
                "Out of domain at a time below 0.",
            ],
            Variants =
            [
                new("error-budget-remaining", "Says how much of the allowed downtime is left."),
                new("availability", "Divides run time by planned production time of a machine."),
            ],
            Example = new(
                "43,170 of a month's 43,200 minutes",
                Quantity.Duration(43_170, DurationUnit.Minute), Quantity.Duration(43_200, DurationUnit.Minute)),
            Source = "Beyer, Jones, Petoff & Murphy, Site Reliability Engineering, 2016",
        }),
        Formula.Of(
            "error-budget-remaining", ErrorBudgetRemaining,
            FormulaInput.Ratio("uptime").AtLeast(0m).AtMost(1m), FormulaInput.Ratio("target").AtLeast(0m).AtMost(1m)).DescribedBy(new()
        {
            Title = new("Error budget remaining", "Resterende fejlbudget"),
            Synonyms = ["error-budget", "fejlbudget"],
            Family = "Customer service",
            Direction = Direction.HigherIsBetter,
            Equation = "1 - (1 - uptime) / (1 - target)",
            EdgeCases =
            [
                "Undefined at a target of 100 %, which leaves no budget.",
                "Below zero when more than the budget is spent.",
            ],
            Variants =
            [
                new("uptime", "Says how much of the time the service was up."),
            ],
            Example = new("99.95 % up for a target of 99.9 %", Quantity.Ratio(0.9995m), Quantity.Ratio(0.999m)),
            Source = "Beyer, Jones, Petoff & Murphy, Site Reliability Engineering, 2016",
        }),
        Formula.Of(
            "mean-time-to-recover", MeanTimeToRecover,
            FormulaInput.Duration("totalDowntime").AtLeast(0m), FormulaInput.Count("incidents")).DescribedBy(new()
        {
            Title = new("Mean time to recover", "Gennemsnitlig genopretningstid"),
            Synonyms = ["mttr", "mean-time-to-repair"],
            Family = "Customer service",
            Direction = Direction.LowerIsBetter,
            Equation = "totalDowntime / incidents",
            EdgeCases =
            [
                "Undefined without incidents.",
                "Out of domain at a time below 0.",
            ],
            Variants =
            [
                new("mean-time-between-failures", "Says how long it runs between failures."),
            ],
            Example = new("6 incidents, 90 minutes down in all", Quantity.Duration(90, DurationUnit.Minute), 6),
            Source = "Forsgren, Humble & Kim, Accelerate, 2018",
        }),
        Formula.Of(
            "mean-time-between-failures", MeanTimeBetweenFailures,
            FormulaInput.Duration("totalUptime").AtLeast(0m), FormulaInput.Count("failures")).DescribedBy(new()
        {
            Title = new("Mean time between failures", "Gennemsnitlig tid mellem fejl"),
            Synonyms = ["mtbf"],
            Family = "Customer service",
            Direction = Direction.HigherIsBetter,
            Equation = "totalUptime / failures",
            EdgeCases =
            [
                "Undefined without failures.",
                "Out of domain at a time below 0.",
            ],
            Variants =
            [
                new("mean-time-to-recover", "Says how long it takes to be up again."),
            ],
            Example = new("4 failures in 2,000 hours", Quantity.Duration(2_000, DurationUnit.Hour), 4),
            Source = "ISO/IEC 60050-192:2015, International Electrotechnical Vocabulary: Dependability",
        }),
    ];
}

namespace GoalMetrics;

// Customers won, kept and lost.
public static partial class Customers
{
    /// <summary>The share of the customers at the start who left during the period: <c>lost / at start</c>.</summary>
    /// <param name="customersLost">Customers at the start who left; those both won and lost within the period do not count.</param>
    /// <param name="customersAtStart">Customers when the period began.</param>
    /// <returns>
    /// A ratio; undefined without customers at the start.
    /// </returns>
    public static Quantity ChurnRate(Quantity customersLost, Quantity customersAtStart) =>
        customersLost.AsCount().DividedBy(customersAtStart.AsCount());

    /// <summary>Customers lost, as a share of the average number of customers: <c>lost / ((at start + at end) / 2)</c>.</summary>
    /// <param name="customersLost">Customers who left during the period.</param>
    /// <param name="customersAtStart">Customers when the period began.</param>
    /// <param name="customersAtEnd">Customers when the period ended.</param>
    /// <returns>
    /// A ratio; undefined without customers at start and end.
    /// </returns>
    public static Quantity ChurnRateOnAverageBase(Quantity customersLost, Quantity customersAtStart, Quantity customersAtEnd) =>
        (2m * customersLost.AsCount()).DividedBy(customersAtStart.AsNumber() + customersAtEnd.AsNumber())
            .NamingOverflow(customersLost, customersAtStart, customersAtEnd);

    /// <summary>The share of the customers at the start who stayed: <c>(at end − new) / at start</c>.</summary>
    /// <param name="customersAtEnd">Customers when the period ended.</param>
    /// <param name="newCustomers">Those among them who were won during the period.</param>
    /// <param name="customersAtStart">Customers when the period began.</param>
    /// <returns>
    /// A ratio; undefined without customers at the start, and (<see cref="UndefinedReason.OutOfDomain"/>) when more customers
    /// are new than there are.
    /// </returns>
    public static Quantity RetentionRate(Quantity customersAtEnd, Quantity newCustomers, Quantity customersAtStart) =>
        (customersAtEnd.AsNumber() - newCustomers.AsNumber()).NotNegative(nameof(newCustomers)).DividedBy(customersAtStart.AsCount());

    /// <summary>How much the number of customers grew, as a share of those at the start: <c>(at end − at start) / at start</c>.</summary>
    /// <param name="customersAtStart">Customers when the period began.</param>
    /// <param name="customersAtEnd">Customers when the period ended.</param>
    /// <returns>
    /// A ratio; undefined without customers at the start.
    /// </returns>
    public static Quantity CustomerGrowthRate(Quantity customersAtStart, Quantity customersAtEnd) =>
        (-(customersAtStart.AsNumber() - customersAtEnd.AsNumber())).DividedBy(customersAtStart.AsCount());

    private static IEnumerable<Formula> ChurnFormulas() =>
    [
        Formula.Of("churn-rate", ChurnRate, FormulaInput.Count("customersLost"), FormulaInput.Count("customersAtStart")).DescribedBy(new()
        {
            Title = new("Churn rate", "Kundeafgang"),
            Synonyms = ["churn", "customer-churn", "logo-churn", "kundeafgang"],
            Family = "Customers",
            Direction = Direction.LowerIsBetter,
            Equation = "customersLost / customersAtStart",
            EdgeCases =
            [
                "Undefined without customers at the start.",
                "Customers both won and lost inside the period are not in the numerator; they are reported apart.",
            ],
            Variants =
            [
                new("churn-rate-on-average-base", "Divides by the average of the customers at start and end."),
                new("retention-rate", "Counts those who stayed instead of those who left."),
                new("revenue-churn-rate", "Counts revenue lost instead of customers."),
            ],
            Example = new("IBM Telco customers", 1_869, 7_043),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "churn-rate-on-average-base", ChurnRateOnAverageBase,
            FormulaInput.Count("customersLost"), FormulaInput.Count("customersAtStart"),
            FormulaInput.Count("customersAtEnd")).DescribedBy(new()
        {
            Title = new("Churn rate on the average base", "Kundeafgang i forhold til den gennemsnitlige kundebase"),
            Synonyms = ["average-churn"],
            Family = "Customers",
            Direction = Direction.LowerIsBetter,
            Equation = "customersLost / ((customersAtStart + customersAtEnd) / 2)",
            EdgeCases = ["Undefined without customers at start and end."],
            Variants =
            [
                new("churn-rate", "Divides by the customers at the start alone."),
            ],
            Example = new("A newspaper that grows from 800 to 1,200 readers and loses 50", 50, 800, 1_200),
            Source = "Gupta & Lehmann, Managing Customers as Investments, 2005",
        }),
        Formula.Of(
            "retention-rate", RetentionRate,
            FormulaInput.Count("customersAtEnd"), FormulaInput.Count("newCustomers"),
            FormulaInput.Count("customersAtStart")).DescribedBy(new()
        {
            Title = new("Retention rate", "Fastholdelsesrate"),
            Synonyms = ["retention", "crr", "fastholdelse"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "(customersAtEnd - newCustomers) / customersAtStart",
            EdgeCases =
            [
                "Undefined without customers at the start.",
                "Out of domain when more customers are new than there are at the end.",
            ],
            Variants =
            [
                new("churn-rate", "Counts those who left instead of those who stayed."),
                new("gross-revenue-retention", "Counts revenue kept instead of customers."),
            ],
            Example = new("A subscription of 7,043 customers that ends with 5,474, 300 of them new", 5_474, 300, 7_043),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "customer-growth-rate", CustomerGrowthRate,
            FormulaInput.Count("customersAtStart"), FormulaInput.Count("customersAtEnd")).DescribedBy(new()
        {
            Title = new("Customer growth rate", "Kundevækst"),
            Synonyms = ["kundevækst", "subscriber-growth"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "(customersAtEnd - customersAtStart) / customersAtStart",
            EdgeCases =
            [
                "Undefined without customers at the start.",
                "Below zero when there are fewer at the end.",
            ],
            Example = new("A service that grows from 800 to 1,000 customers", 800, 1_000),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
    ];
}

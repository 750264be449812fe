namespace GoalMetrics;

// What customers are worth, and what winning them costs.
public static partial class Customers
{
    /// <summary>How many periods a customer stays on average, at a steady churn: <c>1 / churn rate</c>.</summary>
    /// <param name="churnRate">The share of the customers lost in a period, from 0 to 1.</param>
    /// <returns>
    /// Periods; undefined at no churn, and (<see cref="UndefinedReason.OutOfDomain"/>) at a churn below 0 or above 1.
    /// </returns>
    public static Quantity CustomerLifetime(Quantity churnRate) =>
        One.DividedBy(churnRate.AsShare()).WithUnit(Lifetime);

    /// <summary>
    /// The gross profit a customer brings in before leaving, at the present revenue, margin and churn: <c>average revenue ·
    /// gross margin / churn rate</c>.
    /// </summary>
    /// <param name="averageRevenue">Average revenue of one customer in one period.</param>
    /// <param name="grossMargin">The part of it that is gross profit, at most 1.</param>
    /// <param name="churnRate">The part of the customers lost in one such period, above 0 and at most 1.</param>
    /// <returns>
    /// Money, per customer where the revenue is, and not per month, year or other time; undefined at no churn
    /// (<see cref="UndefinedReason.ZeroDenominator"/>), and (<see cref="UndefinedReason.OutOfDomain"/>) at a churn below 0 or above 1 or a
    /// margin above 1.
    /// </returns>
    public static Quantity CustomerLifetimeValue(Quantity averageRevenue, Quantity grossMargin, Quantity churnRate) =>
        Timeless(averageRevenue.AsMoney() * grossMargin.AsRatio().AtMostOne()).DividedBy(churnRate.AsShare())
            .NamingOverflow(averageRevenue, grossMargin);

    /// <summary>What a customer is worth now when margins come at the end of each period: <c>margin · r / (1 + d − r)</c>.</summary>
    /// <param name="margin">Margin of one customer in one period.</param>
    /// <param name="retentionRate">The share of customers who stay a period, from 0 to 1.</param>
    /// <param name="discountRate">The discount rate of one period; not below 0.</param>
    /// <returns>
    /// Money; undefined when all stay and nothing is discounted, and (<see cref="UndefinedReason.OutOfDomain"/>) at a retention
    /// outside 0 to 1 or a negative discount.
    /// </returns>
    public static Quantity DiscountedLifetimeValue(Quantity margin, Quantity retentionRate, Quantity discountRate) =>
        Timeless(margin.AsMoney()).Part(retentionRate.AsShare())
            .DividedBy(One + discountRate.AsRatio().NotNegative() - retentionRate, "1 + discountRate - retentionRate")
            .NamingOverflow(margin, discountRate);

    /// <summary>
    /// What a customer is worth now when margins come at the start of each period: <c>margin · (1 + d) / (1 + d − r)</c>.
    /// </summary>
    /// <param name="margin">Margin of one customer in one period.</param>
    /// <param name="retentionRate">The share of customers who stay a period, from 0 to 1.</param>
    /// <param name="discountRate">The discount rate of one period; not below 0.</param>
    /// <returns>
    /// Money; undefined when all stay and nothing is discounted, and (<see cref="UndefinedReason.OutOfDomain"/>) at a retention
    /// outside 0 to 1 or a negative discount.
    /// </returns>
    public static Quantity DiscountedLifetimeValuePaidAtStart(Quantity margin, Quantity retentionRate, Quantity discountRate)
    {
        margin = Timeless(margin.AsMoney());

        // Retention before the discount, as among the inputs: what is wrong with it is named first.
        var growth = (One - retentionRate.AsShare() + discountRate.AsRatio().NotNegative()).NamingOverflow(discountRate);
        return margin.IsDefined && !growth.IsDefined
            ? growth.WithUnit(margin.Unit)
            : (margin * (One + discountRate)).DividedBy(growth, "1 + discountRate - retentionRate").NamingOverflow(margin, discountRate);
    }

    /// <summary>How many times over a customer brings in what the customer cost: <c>lifetime value / acquisition cost</c>.</summary>
    /// <param name="lifetimeValue">What a customer brings in over the lifetime.</param>
    /// <param name="acquisitionCost">What it cost to win the customer; not below 0.</param>
    /// <returns>
    /// A ratio; undefined at no cost, and (<see cref="UndefinedReason.OutOfDomain"/>) at a cost below 0.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity LifetimeValueToCost(Quantity lifetimeValue, Quantity acquisitionCost) =>
        Each(lifetimeValue.AsMoney()).RatioTo(Each(acquisitionCost.AsMoney().NotNegative()), nameof(acquisitionCost));

    /// <summary>
    /// How many periods it takes a customer to pay back what the customer cost: <c>acquisition cost / (average revenue · gross
    /// margin)</c>.
    /// </summary>
    /// <param name="acquisitionCost">What it cost to win a customer; not below 0.</param>
    /// <param name="averageRevenue">Average revenue of a customer in one period; not below 0.</param>
    /// <param name="grossMargin">The part of it that is gross profit, from 0 to 1.</param>
    /// <returns>
    /// Periods, or months where the revenue is per month, and so for other times; undefined at no revenue or margin, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) at an amount below 0 or a margin
    /// outside 0 to 1.
    /// </returns>
    /// <exception cref="UnitMismatchException">The two amounts are in different currencies.</exception>
    public static Quantity AcquisitionPayback(Quantity acquisitionCost, Quantity averageRevenue, Quantity grossMargin) =>
        Each(acquisitionCost.AsMoney().NotNegative())
            .RatioTo(Each(averageRevenue.AsMoney().NotNegative()).Part(grossMargin.AsShare()), "averageRevenue * grossMargin")
            .WithUnit(TimeBelow(averageRevenue.Unit) ?? Lifetime);

    private static IEnumerable<Formula> ValueFormulas() =>
    [
        Formula.Of("customer-lifetime", CustomerLifetime, FormulaInput.Ratio("churnRate").AtLeast(0m).AtMost(1m)).DescribedBy(new()
        {
            Title = new("Customer lifetime", "Kundelevetid"),
            Synonyms = ["kundelevetid", "expected-lifetime"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "1 / churnRate",
            EdgeCases =
            [
                "Undefined at no churn.",
                "Out of domain at a churn below 0 or above 1.",
                "In periods of the churn rate: months of a monthly churn.",
            ],
            Example = new("A monthly churn of 2.5 %", Quantity.Ratio(0.025m)),
            Source = "Skok, SaaS Metrics 2.0, forentrepreneurs.com, 2010",
        }),
        Formula.Of(
            "customer-lifetime-value", CustomerLifetimeValue,
            FormulaInput.Money("averageRevenue"), FormulaInput.Ratio("grossMargin").AtMost(1m),
            FormulaInput.Ratio("churnRate").AtLeast(0m).AtMost(1m)).DescribedBy(new()
        {
            Title = new("Customer lifetime value", "Kundens livstidsværdi"),
            Synonyms = ["clv", "ltv", "cltv", "livstidsværdi"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "averageRevenue * grossMargin / churnRate",
            EdgeCases =
            [
                "Undefined at no churn.",
                "Out of domain at a churn below 0 or above 1, or a margin above 1.",
                "Not discounted: money in ten years counts as much as money today.",
            ],
            Variants =
            [
                new("discounted-lifetime-value", "Discounts later margins and starts at the end of the first period."),
                new("discounted-lifetime-value-paid-at-start", "Discounts later margins and starts now."),
            ],
            Example = new("A subscription of DKK 100 a month", Money.Dkk(100), Quantity.Ratio(0.6m), Quantity.Ratio(0.05m)),
            Source = "Skok, SaaS Metrics 2.0, forentrepreneurs.com, 2010",
        }),
        Formula.Of(
            "discounted-lifetime-value", DiscountedLifetimeValue,
            FormulaInput.Money("margin"), FormulaInput.Ratio("retentionRate").AtLeast(0m).AtMost(1m),
            FormulaInput.Ratio("discountRate").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Discounted customer lifetime value", "Diskonteret livstidsværdi"),
            Synonyms = ["discounted-clv"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "margin * retentionRate / (1 + discountRate - retentionRate)",
            EdgeCases =
            [
                "Undefined when all stay and nothing is discounted.",
                "The first margin comes at the end of the first period, from those who stayed.",
            ],
            Variants =
            [
                new("discounted-lifetime-value-paid-at-start", "Counts the first margin now, in full."),
                new("customer-lifetime-value", "Does not discount."),
            ],
            Example = new(
                "A margin of 100 a year, 80 % of customers stay, 10 % discount",
                Money.Usd(100), Quantity.Ratio(0.8m), Quantity.Ratio(0.1m)),
            Source = "Gupta & Lehmann, Managing Customers as Investments, 2005",
        }),
        Formula.Of(
            "discounted-lifetime-value-paid-at-start", DiscountedLifetimeValuePaidAtStart,
            FormulaInput.Money("margin"), FormulaInput.Ratio("retentionRate").AtLeast(0m).AtMost(1m),
            FormulaInput.Ratio("discountRate").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Discounted customer lifetime value, paid at the start", "Diskonteret livstidsværdi, betalt forud"),
            Synonyms = ["discounted-clv-paid-at-start"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "margin * (1 + discountRate) / (1 + discountRate - retentionRate)",
            EdgeCases =
            [
                "Undefined when all stay and nothing is discounted.",
                "The first margin comes now, in full.",
            ],
            Variants =
            [
                new("discounted-lifetime-value", "Starts with the margin at the end of the first period."),
                new("customer-lifetime-value", "Does not discount."),
            ],
            Example = new(
                "A margin of 100 a year, 80 % of customers stay, 10 % discount",
                Money.Usd(100), Quantity.Ratio(0.8m), Quantity.Ratio(0.1m)),
            Source = "Gupta & Lehmann, Managing Customers as Investments, 2005",
        }),
        Formula.Of(
            "lifetime-value-to-cost", LifetimeValueToCost,
            FormulaInput.Money("lifetimeValue"), FormulaInput.Money("acquisitionCost").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Lifetime value to acquisition cost", "Livstidsværdi i forhold til anskaffelsesomkostning"),
            Synonyms = ["ltv-to-cac", "ltv-cac", "ltv-cac-ratio"],
            Family = "Customers",
            Direction = Direction.HigherIsBetter,
            Equation = "lifetimeValue / acquisitionCost",
            EdgeCases =
            [
                "Undefined at no acquisition cost.",
                "Money and money per customer are taken alike.",
            ],
            Variants =
            [
                new("acquisition-payback", "Says how soon the cost comes back, not how many times."),
            ],
            Example = new("A lifetime value of EUR 1,200 for a cost of EUR 400", Money.Eur(1_200), Money.Eur(400)),
            Source = "Skok, SaaS Metrics 2.0, forentrepreneurs.com, 2010",
        }),
        Formula.Of(
            "acquisition-payback", AcquisitionPayback,
            FormulaInput.Money("acquisitionCost").AtLeast(0m), FormulaInput.Money("averageRevenue").AtLeast(0m),
            FormulaInput.Ratio("grossMargin").AtLeast(0m).AtMost(1m)).DescribedBy(new()
        {
            Title = new("Acquisition payback", "Tilbagebetalingstid for kundeanskaffelse"),
            Synonyms = ["cac-payback", "months-to-recover-cac"],
            Family = "Customers",
            Direction = Direction.LowerIsBetter,
            Equation = "acquisitionCost / (averageRevenue * grossMargin)",
            EdgeCases =
            [
                "Undefined at no revenue or no margin.",
                "In periods of the revenue: months of a monthly revenue.",
            ],
            Variants =
            [
                new("lifetime-value-to-cost", "Says how many times the cost comes back, not how soon."),
            ],
            Example = new("A cost of DKK 600, DKK 100 a month at a margin of 75 %", Money.Dkk(600), Money.Dkk(100), Quantity.Ratio(0.75m)),
            Source = "Skok, SaaS Metrics 2.0, forentrepreneurs.com, 2010",
        }),
    ];
}

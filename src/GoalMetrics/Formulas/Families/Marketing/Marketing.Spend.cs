namespace GoalMetrics;

// What leads, conversions and customers cost, and what the spend brought.
public static partial class Marketing
{
    /// <summary>What one lead cost: <c>cost / leads</c>.</summary>
    /// <param name="cost">What was spent.</param>
    /// <param name="leads">The leads it brought.</param>
    /// <returns>Money per lead; undefined without leads.</returns>
    public static Quantity CostPerLead(Quantity cost, Quantity leads) =>
        cost.AsMoney().DividedBy(leads.AsCount(Lead));

    /// <summary>What one conversion cost: <c>cost / conversions</c>.</summary>
    /// <param name="cost">What was spent.</param>
    /// <param name="conversions">The conversions it brought.</param>
    /// <returns>Money per conversion; undefined without conversions.</returns>
    public static Quantity CostPerAcquisition(Quantity cost, Quantity conversions) =>
        cost.AsMoney().DividedBy(conversions.AsCount(Conversion));

    /// <summary>What it cost to win one customer: <c>acquisition spend / new customers</c>.</summary>
    /// <param name="acquisitionSpend">All spend on sales and marketing to win them, salaries and tools included.</param>
    /// <param name="newCustomers">Customers won for the first time.</param>
    /// <returns>Money per customer; undefined without new customers.</returns>
    public static Quantity CustomerAcquisitionCost(Quantity acquisitionSpend, Quantity newCustomers) =>
        acquisitionSpend.AsMoney().DividedBy(newCustomers.AsCount(Customer));

    /// <summary>Revenue for each unit of ad spend: <c>revenue / ad spend</c>. 400 % is 4 back for every 1 spent.</summary>
    /// <param name="revenue">Revenue the ads brought.</param>
    /// <param name="adSpend">What the ads cost, in the same currency; not below 0.</param>
    /// <returns>A ratio; undefined without spend, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative one.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity ReturnOnAdSpend(Quantity revenue, Quantity adSpend) =>
        revenue.AsMoney().RatioTo(adSpend.AsMoney().NotNegative());

    /// <summary>The part of the revenue that went to the ads that brought it: <c>ad spend / revenue</c>.</summary>
    /// <param name="adSpend">What the ads cost.</param>
    /// <param name="revenue">Revenue the ads brought, in the same currency; not below 0.</param>
    /// <returns>A ratio; undefined without revenue, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative one.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity AdvertisingCostOfSales(Quantity adSpend, Quantity revenue) =>
        adSpend.AsMoney().RatioTo(revenue.AsMoney().NotNegative());

    private static IEnumerable<Formula> SpendFormulas() =>
    [
        Formula.Of("cost-per-lead", CostPerLead, FormulaInput.Money("cost"), FormulaInput.Count("leads")).DescribedBy(new()
        {
            Title = new("Cost per lead", "Pris pr. lead"),
            Synonyms = ["cpl", "leadpris"],
            Family = "Marketing",
            Direction = Direction.LowerIsBetter,
            Equation = "cost / leads",
            EdgeCases =
            [
                "Without leads it is undefined, however much was spent.",
                "It says nothing about the quality of the leads: cheap ones may never buy.",
            ],
            Variants = [new("cost-per-acquisition", "Divides by completed conversions instead of leads.")],
            Example = new("1,143 Facebook ads of a public data set: 3,264 enquiries", Money.Usd(58_705.23m), 3_264),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "cost-per-acquisition", CostPerAcquisition,
            FormulaInput.Money("cost"), FormulaInput.Count("conversions")).DescribedBy(new()
        {
            Title = new("Cost per acquisition", "Pris pr. konvertering"),
            Synonyms = ["cpa", "cost-per-conversion", "cost-per-action"],
            Family = "Marketing",
            Direction = Direction.LowerIsBetter,
            Equation = "cost / conversions",
            EdgeCases =
            [
                "Without conversions it is undefined, however much was spent.",
                "What counts as a conversion decides the figure: an order, a sign-up, a download.",
            ],
            Variants =
            [
                new("cost-per-click", "Divides by clicks, whether they led to anything or not."),
                new("cost-per-lead", "Divides by leads, before any of them has bought."),
                new("customer-acquisition-cost", "Takes all spend on winning customers, salaries too, and divides by new customers only."),
            ],
            Example = new("1,143 Facebook ads of a public data set: 1,079 purchases", Money.Usd(58_705.23m), 1_079),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "customer-acquisition-cost", CustomerAcquisitionCost,
            FormulaInput.Money("acquisitionSpend"), FormulaInput.Count("newCustomers")).DescribedBy(new()
        {
            Title = new("Customer acquisition cost", "Kundeanskaffelsesomkostning"),
            Synonyms = ["cac", "acquisition-cost", "kundeanskaffelsespris"],
            Family = "Marketing",
            Direction = Direction.LowerIsBetter,
            Equation = "acquisitionSpend / newCustomers",
            EdgeCases =
            [
                "Without new customers it is undefined, however much was spent.",
                "Spend and customers belong to each other only when the time from first contact to sale is short against the period.",
                "Ad spend alone gives too low a cost.",
            ],
            Variants =
            [
                new(
                    "cost-per-acquisition",
                    "Takes the spend of a campaign and divides by conversions, of which one customer may make several."),
            ],
            Example = new("A software company that spent 1.5 million kroner to win 120 customers", Money.Dkk(1_500_000m), 120),
            Source = "Skok, SaaS Metrics 2.0, forentrepreneurs.com, 2010",
        }),
        Formula.Of(
            "return-on-ad-spend", ReturnOnAdSpend,
            FormulaInput.Money("revenue"), FormulaInput.Money("adSpend").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Return on ad spend", "Omsætning pr. annoncekrone"),
            Synonyms = ["roas"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "revenue / adSpend",
            EdgeCases =
            [
                "Without spend it is undefined, even where there was revenue.",
                "A negative spend is undefined.",
                "It is revenue, not profit: at a gross margin of 25 %, less than 400 % is a loss.",
            ],
            Variants =
            [
                new("advertising-cost-of-sales", "Is the reciprocal: the spend as a share of the revenue."),
                new("return-on-investment", "Subtracts what was spent before dividing: 400 % here is 300 % there."),
            ],
            Example = new(
                "1,143 Facebook ads of a public data set, at 100 dollars a purchase and 5 an enquiry",
                Money.Usd(124_220m), Money.Usd(58_705.23m)),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "advertising-cost-of-sales", AdvertisingCostOfSales,
            FormulaInput.Money("adSpend"), FormulaInput.Money("revenue").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Advertising cost of sales", "Annonceudgiftens andel af omsætningen"),
            Synonyms = ["acos", "annonceomkostningsprocent"],
            Family = "Marketing",
            Direction = Direction.LowerIsBetter,
            Equation = "adSpend / revenue",
            EdgeCases =
            [
                "Without revenue it is undefined, however much was spent.",
                "A negative revenue, such as more refunds than sales, is undefined.",
                "Above the gross margin, the ads cost more than the goods earned.",
            ],
            Variants = [new("return-on-ad-spend", "Is the reciprocal: the revenue for each unit of spend.")],
            Example = new("A shop that spent 12,000 kroner on ads for sales of 80,000", Money.Dkk(12_000m), Money.Dkk(80_000m)),
            Source = "Amazon Ads, Advertising cost of sales (ACOS)",
        }),
    ];
}

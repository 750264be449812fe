namespace GoalMetrics;

// What orders, visitors and customers bring.
public static partial class Commerce
{
    /// <summary>What one order is worth: <c>revenue / orders</c>.</summary>
    /// <param name="revenue">Revenue from the orders.</param>
    /// <param name="orders">The number of orders.</param>
    /// <returns>Money per order; undefined without orders.</returns>
    public static Quantity AverageOrderValue(Quantity revenue, Quantity orders) =>
        revenue.AsMoney().DividedBy(orders.AsCount(Order));

    /// <summary>
    /// What one visitor brings in: <c>revenue / visitors</c>, which is the conversion rate times the average order value.
    /// </summary>
    /// <param name="revenue">Revenue from all who came.</param>
    /// <param name="visitors">All who came, buyers or not.</param>
    /// <returns>Money per visitor; undefined without visitors.</returns>
    public static Quantity RevenuePerVisitor(Quantity revenue, Quantity visitors) =>
        revenue.AsMoney().DividedBy(visitors.AsCount(Visitor));

    /// <summary>How many units an order holds: <c>units / orders</c>.</summary>
    /// <param name="units">Units sold.</param>
    /// <param name="orders">The number of orders.</param>
    /// <returns>Units per order; undefined without orders.</returns>
    public static Quantity UnitsPerOrder(Quantity units, Quantity orders) =>
        units.AsCount(Piece).Per(orders.AsCount(Order));

    /// <summary>What one unit sold for: <c>revenue / units</c>.</summary>
    /// <param name="revenue">Revenue from the units.</param>
    /// <param name="units">Units sold.</param>
    /// <returns>Money per unit; undefined when nothing was sold.</returns>
    public static Quantity AverageSellingPrice(Quantity revenue, Quantity units) =>
        revenue.AsMoney().DividedBy(units.AsCount(Piece));

    /// <summary>The share of the customers who bought at least twice: <c>repeat customers / customers</c>.</summary>
    /// <param name="repeatCustomers">Customers with two orders or more.</param>
    /// <param name="customers">Customers with at least one order.</param>
    /// <returns>A ratio; undefined without customers.</returns>
    public static Quantity RepeatPurchaseRate(Quantity repeatCustomers, Quantity customers) =>
        repeatCustomers.AsCount().DividedBy(customers.AsCount());

    /// <summary>How many orders a customer places in the period, on average: <c>orders / customers</c>.</summary>
    /// <param name="orders">Orders of the period.</param>
    /// <param name="customers">The different customers who placed them.</param>
    /// <returns>Orders per customer; undefined without customers.</returns>
    public static Quantity PurchaseFrequency(Quantity orders, Quantity customers) =>
        orders.AsCount(Order).Per(customers.AsCount(Customer));

    private static IEnumerable<Formula> OrdersFormulas() =>
    [
        Formula.Of("average-order-value", AverageOrderValue, FormulaInput.Money("revenue"), FormulaInput.Count("orders")).DescribedBy(new()
        {
            Title = new("Average order value", "Gennemsnitlig ordreværdi"),
            Synonyms = ["aov", "average-basket-value", "ordreværdi"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "revenue / orders",
            EdgeCases =
            [
                "Without orders it is undefined.",
                "A few large orders pull it up: the typical order may be worth much less.",
                "With and without VAT and freight are two figures.",
            ],
            Variants =
            [
                new("revenue-per-visitor", "Divides by all visitors, those who bought nothing included."),
                new("average-selling-price", "Divides by units, not by orders."),
                new("average-deal-size", "Divides by deals won by a sales force, not by orders in a shop."),
            ],
            Example = new("The CDNOW record shop, 1997 to mid-1998 (Fader & Hardie)", Money.Usd(2_500_315.63m), 69_659),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "revenue-per-visitor", RevenuePerVisitor,
            FormulaInput.Money("revenue"), FormulaInput.Count("visitors")).DescribedBy(new()
        {
            Title = new("Revenue per visitor", "Omsætning pr. besøgende"),
            Synonyms = ["rpv", "omsætning-pr-besøgende"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "revenue / visitors",
            EdgeCases =
            [
                "Without visitors it is undefined.",
                "Visits or sessions below the line give a lower figure than visitors.",
            ],
            Variants = [new("average-order-value", "Divides by orders, so visitors who bought nothing do not count.")],
            Example = new("A shop with 96,000 kroner from 12,000 visitors", Money.Dkk(96_000m), 12_000),
            Source = "Kaushik, Web Analytics 2.0, 2009",
        }),
        Formula.Of("units-per-order", UnitsPerOrder, FormulaInput.Count("units"), FormulaInput.Count("orders")).DescribedBy(new()
        {
            Title = new("Units per order", "Enheder pr. ordre"),
            Synonyms = ["upo", "units-per-transaction", "upt"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "units / orders",
            EdgeCases =
            [
                "Without orders it is undefined.",
                "Units are pieces, not lines: one line may hold a hundred.",
            ],
            Example = new("The CDNOW record shop, 1997 to mid-1998 (Fader & Hardie)", 167_881, 69_659),
            Source = "Retail practice: units per transaction (UPT)",
        }),
        Formula.Of(
            "average-selling-price", AverageSellingPrice,
            FormulaInput.Money("revenue"), FormulaInput.Count("units")).DescribedBy(new()
        {
            Title = new("Average selling price", "Gennemsnitlig salgspris"),
            Synonyms = ["asp", "average-unit-price", "gennemsnitspris"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "revenue / units",
            EdgeCases =
            [
                "When nothing was sold it is undefined.",
                "It moves with the mix: selling more of a cheap product lowers it at unchanged prices.",
            ],
            Variants = [new("average-order-value", "Divides by orders, each of which may hold several units.")],
            Example = new(
                "A web shop's year: 10.7 million pounds for 5.6 million units (Chen, Online Retail, UCI, CC BY 4.0)",
                Money.Gbp(10_655_622.48m), 5_588_375),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of(
            "repeat-purchase-rate", RepeatPurchaseRate,
            FormulaInput.Count("repeatCustomers"), FormulaInput.Count("customers")).DescribedBy(new()
        {
            Title = new("Repeat purchase rate", "Genkøbsrate"),
            Synonyms = ["repeat-customer-rate", "rpr", "genkøbsrate"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "repeatCustomers / customers",
            EdgeCases =
            [
                "Without customers there is no rate: undefined.",
                "A longer period gives a higher rate, for there is more time to come back.",
                "Two orders on one day count as a repeat purchase only where orders are counted, not days.",
            ],
            Variants = [new("purchase-frequency", "Counts all orders of a customer, where one who buys ten times weighs ten.")],
            Example = new("The CDNOW record shop: 11,516 of 23,570 customers bought on two days or more (Fader & Hardie)", 11_516, 23_570),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("purchase-frequency", PurchaseFrequency, FormulaInput.Count("orders"), FormulaInput.Count("customers")).DescribedBy(new()
        {
            Title = new("Purchase frequency", "Købsfrekvens"),
            Synonyms = ["orders-per-customer", "købsfrekvens"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "orders / customers",
            EdgeCases =
            [
                "Without customers it is undefined.",
                "Customers count once however often they buy: those of two months do not add up.",
                "Below 1, some of the customers have not ordered in the period.",
            ],
            Variants =
            [
                new("frequency", "Counts how often a person was shown an ad, not what customers ordered."),
                new("repeat-purchase-rate", "Counts each customer once, as returning or not."),
            ],
            Example = new("The CDNOW record shop, 1997 to mid-1998 (Fader & Hardie)", 69_659, 23_570),
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
    ];
}

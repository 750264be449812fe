namespace GoalMetrics;

// What comes back, is called off, or is sold for less.
public static partial class Commerce
{
    /// <summary>The share of the units sold that came back: <c>units returned / units sold</c>.</summary>
    /// <param name="unitsReturned">Units sent back.</param>
    /// <param name="unitsSold">Units sold.</param>
    /// <returns>A ratio; undefined when nothing was sold.</returns>
    public static Quantity ReturnRate(Quantity unitsReturned, Quantity unitsSold) =>
        unitsReturned.AsCount().DividedBy(unitsSold.AsCount());

    /// <summary>The share of the sales, in money, that came back: <c>returned value / sales</c>.</summary>
    /// <param name="returnedValue">The sales value of what was sent back; not below 0.</param>
    /// <param name="sales">Sales before returns, in the same currency; not below 0.</param>
    /// <returns>A ratio; undefined without sales, and (<see cref="UndefinedReason.OutOfDomain"/>) where either is negative.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity ReturnRateByValue(Quantity returnedValue, Quantity sales) =>
        returnedValue.AsMoney().NotNegative().RatioTo(sales.AsMoney().NotNegative());

    /// <summary>The share of the orders that were called off: <c>cancelled orders / orders</c>.</summary>
    /// <param name="cancelledOrders">Orders called off.</param>
    /// <param name="orders">All orders placed, the cancelled ones included.</param>
    /// <returns>A ratio; undefined without orders.</returns>
    public static Quantity CancellationRate(Quantity cancelledOrders, Quantity orders) =>
        cancelledOrders.AsCount().DividedBy(orders.AsCount());

    /// <summary>The share of sales at full price that was given away as discounts: <c>discounts / gross sales</c>.</summary>
    /// <param name="discounts">What was taken off the price; not below 0.</param>
    /// <param name="grossSales">Sales at full price, before discounts, in the same currency; not below 0.</param>
    /// <returns>A ratio; undefined without sales, and (<see cref="UndefinedReason.OutOfDomain"/>) where either is negative.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity DiscountRate(Quantity discounts, Quantity grossSales) =>
        discounts.AsMoney().NotNegative().RatioTo(grossSales.AsMoney().NotNegative());

    private static IEnumerable<Formula> ReturnsFormulas() =>
    [
        Formula.Of("return-rate", ReturnRate, FormulaInput.Count("unitsReturned"), FormulaInput.Count("unitsSold")).DescribedBy(new()
        {
            Title = new("Return rate", "Returrate"),
            Synonyms = ["product-return-rate", "return-rate-by-units", "returrate"],
            Family = "Commerce",
            Direction = Direction.LowerIsBetter,
            Equation = "unitsReturned / unitsSold",
            EdgeCases =
            [
                "When nothing was sold it is undefined, even where something came back.",
                "Units returned in a period were partly sold before it, so it can pass 100 %.",
                "Until the right to return has run out, the rate of the latest sales still rises.",
            ],
            Variants =
            [
                new("return-rate-by-value", "Weighs what came back by its price, so dear goods count for more."),
                new("cancellation-rate", "Counts orders called off before delivery, not units sent back after it."),
            ],
            Example = new("A clothes shop that sold 4,000 pieces and got 1,120 back", 1_120, 4_000),
            Source = "Levy, Weitz & Grewal, Retailing Management, 10th ed., 2019",
        }),
        Formula.Of(
            "return-rate-by-value", ReturnRateByValue,
            FormulaInput.Money("returnedValue").AtLeast(0m), FormulaInput.Money("sales").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Return rate by value", "Returrate i værdi"),
            Synonyms = ["value-return-rate", "returværdi"],
            Family = "Commerce",
            Direction = Direction.LowerIsBetter,
            Equation = "returnedValue / sales",
            EdgeCases =
            [
                "Without sales it is undefined, even where something came back.",
                "Returns booked as negative amounts are undefined: give them without the sign.",
                "Sales from which the returns are already taken make it too high.",
            ],
            Variants = [new("return-rate", "Counts units, whatever they cost.")],
            Example = new(
                "A clothes shop that sold for 1.2 million kroner and got goods for 390,000 back",
                Money.Dkk(390_000m), Money.Dkk(1_200_000m)),
            Source = "Levy, Weitz & Grewal, Retailing Management, 10th ed., 2019",
        }),
        Formula.Of(
            "cancellation-rate", CancellationRate,
            FormulaInput.Count("cancelledOrders"), FormulaInput.Count("orders")).DescribedBy(new()
        {
            Title = new("Cancellation rate", "Annulleringsrate"),
            Synonyms = ["order-cancellation-rate", "annulleringsrate"],
            Family = "Commerce",
            Direction = Direction.LowerIsBetter,
            Equation = "cancelledOrders / orders",
            EdgeCases =
            [
                "Without orders there is no rate: undefined.",
                "Orders without the cancelled ones below the line make it too high.",
            ],
            Variants = [new("return-rate", "Counts units sent back after delivery, not orders called off before it.")],
            Example = new("A web shop's year: 3,836 of 23,795 orders were called off (Chen, Online Retail, UCI, CC BY 4.0)", 3_836, 23_795),
            Source = "Levy, Weitz & Grewal, Retailing Management, 10th ed., 2019",
        }),
        Formula.Of(
            "discount-rate", DiscountRate,
            FormulaInput.Money("discounts").AtLeast(0m), FormulaInput.Money("grossSales").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Discount rate", "Rabatprocent"),
            Synonyms = ["average-discount", "rabatprocent", "rabatgrad"],
            Family = "Commerce",
            Direction = Direction.LowerIsBetter,
            Equation = "discounts / grossSales",
            EdgeCases =
            [
                "Without sales it is undefined.",
                "Discounts booked as negative amounts are undefined: give them without the sign.",
                "Sales after discounts below the line make it too high.",
                "It is not the rate at which future money is discounted.",
            ],
            Variants = [new("coupon-redemption-rate", "Measures the coupons used, not the money given away.")],
            Example = new("A sale with 45,000 kroner off goods for 300,000", Money.Dkk(45_000m), Money.Dkk(300_000m)),
            Source = "Levy, Weitz & Grewal, Retailing Management, 10th ed., 2019",
        }),
    ];
}

namespace GoalMetrics;

// Whether customers get what they ordered, when it was promised.
public static partial class Operations
{
    /// <summary>The share of deliveries that arrived when promised: <c>on time / deliveries</c>.</summary>
    /// <param name="onTime">Deliveries that arrived when promised, complete or not.</param>
    /// <param name="deliveries">All deliveries due in the period.</param>
    /// <returns>A ratio; undefined without deliveries.</returns>
    public static Quantity OnTimeDelivery(Quantity onTime, Quantity deliveries) =>
        onTime.AsCount().DividedBy(deliveries.AsCount());

    /// <summary>The share of orders that arrived when promised and complete: <c>on time in full / orders</c>.</summary>
    /// <param name="deliveredOnTimeInFull">Orders that arrived both when promised and complete.</param>
    /// <param name="orders">All orders due in the period.</param>
    /// <returns>A ratio; undefined without orders.</returns>
    public static Quantity OnTimeInFull(Quantity deliveredOnTimeInFull, Quantity orders) =>
        deliveredOnTimeInFull.AsCount().DividedBy(orders.AsCount());

    /// <summary>The share of orders sent without an error: <c>accurate orders / orders</c>.</summary>
    /// <param name="accurateOrders">Orders with the right goods, in the right number, to the right place.</param>
    /// <param name="orders">All orders sent in the period.</param>
    /// <returns>A ratio; undefined without orders.</returns>
    public static Quantity OrderAccuracy(Quantity accurateOrders, Quantity orders) =>
        accurateOrders.AsCount().DividedBy(orders.AsCount());

    private static IEnumerable<Formula> DeliveryFormulas() =>
    [
        Formula.Of("on-time-delivery", OnTimeDelivery, FormulaInput.Count("onTime"), FormulaInput.Count("deliveries")).DescribedBy(new()
        {
            Title = new("On-time delivery", "Leveringspræcision"),
            Synonyms = ["otd", "on-time-delivery-rate", "leveringspræcision", "rettidig-levering"],
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "onTime / deliveries",
            EdgeCases =
            [
                "No deliveries are a zero denominator.",
                "Deliveries that are due and have not arrived belong below the line, or the latest ones are never counted.",
                "The date asked for and the date promised give different rates.",
            ],
            Variants =
            [
                new("on-time-in-full", "Counts only what is complete as well."),
                new("order-accuracy", "Asks whether the right things came, not when."),
            ],
            Example = new("A wholesaler in a week", 1_140, 1_200),
            Source = "ASCM, Supply Chain Operations Reference (SCOR) model, version 12.0, 2017, reliability",
        }),
        Formula.Of(
            "on-time-in-full", OnTimeInFull,
            FormulaInput.Count("deliveredOnTimeInFull"), FormulaInput.Count("orders")).DescribedBy(new()
        {
            Title = new("On time in full", "Leveret til tiden og fuldt ud"),
            Synonyms = ["otif", "difot"],
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "deliveredOnTimeInFull / orders",
            EdgeCases =
            [
                "No orders are a zero denominator.",
                "An order counts when it is both on time and complete: the product of the two rates is only an estimate.",
                "Orders and order lines give different rates, for an order of many lines fails more easily.",
            ],
            Variants =
            [
                new("on-time-delivery", "Does not ask whether the delivery is complete."),
                new("order-accuracy", "Does not ask when it came."),
            ],
            Example = new("A supplier with a target of 95 %", 1_080, 1_200),
            Source = "ASCM, Supply Chain Operations Reference (SCOR) model, version 12.0, 2017, reliability",
        }),
        Formula.Of("order-accuracy", OrderAccuracy, FormulaInput.Count("accurateOrders"), FormulaInput.Count("orders")).DescribedBy(new()
        {
            Title = new("Order accuracy", "Ordrenøjagtighed"),
            Synonyms = ["order-accuracy-rate", "ordrenøjagtighed"],
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "accurateOrders / orders",
            EdgeCases =
            [
                "No orders are a zero denominator.",
                "An order with two errors is one order in error.",
            ],
            Variants =
            [
                new("on-time-delivery", "Asks when it came, not whether it was right."),
                new("on-time-in-full", "Asks for completeness and time at once."),
            ],
            Example = new("A warehouse in a month", 4_970, 5_000),
            Source = "Frazelle, World-Class Warehousing and Material Handling, 2nd ed., 2016",
        }),
    ];
}

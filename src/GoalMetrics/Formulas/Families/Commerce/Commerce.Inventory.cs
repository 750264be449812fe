namespace GoalMetrics;

// What becomes of the stock.
public static partial class Commerce
{
    /// <summary>The share of the units received that were sold: <c>units sold / units received</c>.</summary>
    /// <param name="unitsSold">Units sold of those received.</param>
    /// <param name="unitsReceived">Units received from the supplier.</param>
    /// <returns>A ratio; undefined when nothing was received.</returns>
    public static Quantity SellThroughRate(Quantity unitsSold, Quantity unitsReceived) =>
        unitsSold.AsCount().DividedBy(unitsReceived.AsCount());

    /// <summary>
    /// How many times the stock was sold in the period: <c>cost of goods sold / average inventory</c>. 480 % is 4.8 times.
    /// </summary>
    /// <param name="costOfGoodsSold">What the goods sold in the period had cost.</param>
    /// <param name="averageInventory">The average stock, at cost, in the same currency; not below 0.</param>
    /// <returns>A ratio; undefined without inventory, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative one.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity InventoryTurnover(Quantity costOfGoodsSold, Quantity averageInventory) =>
        costOfGoodsSold.AsMoney().RatioTo(averageInventory.AsMoney().NotNegative());

    /// <summary>How long the stock lasts: <c>days / inventory turnover</c>.</summary>
    /// <param name="days">The length of the period that the turnover is of, such as 365 days; not below 0.</param>
    /// <param name="inventoryTurnover">How many times the stock was sold in it; not below 0.</param>
    /// <returns>
    /// A duration, in the unit of the period; undefined without turnover, and (<see cref="UndefinedReason.OutOfDomain"/>)
    /// where either is negative.
    /// </returns>
    public static Quantity DaysInventoryOutstanding(Quantity days, Quantity inventoryTurnover) =>
        days.AsDuration().NotNegative().DividedBy(inventoryTurnover.AsRatio().NotNegative());

    /// <summary>The share of the items in the range that were out of stock: <c>items out of stock / items</c>.</summary>
    /// <param name="itemsOutOfStock">Items that could not be bought when looked for.</param>
    /// <param name="items">All items looked for, or in the range.</param>
    /// <returns>A ratio; undefined without items.</returns>
    public static Quantity StockoutRate(Quantity itemsOutOfStock, Quantity items) =>
        itemsOutOfStock.AsCount().DividedBy(items.AsCount());

    private static IEnumerable<Formula> InventoryFormulas() =>
    [
        Formula.Of(
            "sell-through-rate", SellThroughRate,
            FormulaInput.Count("unitsSold"), FormulaInput.Count("unitsReceived")).DescribedBy(new()
        {
            Title = new("Sell-through rate", "Gennemsalg"),
            Synonyms = ["sell-through", "str", "gennemsalg"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "unitsSold / unitsReceived",
            EdgeCases =
            [
                "When nothing was received it is undefined, even where old stock was sold.",
                "Sales from older stock can take it past 100 %.",
            ],
            Variants = [new("inventory-turnover", "Says how many times the stock was sold in the period, in money at cost.")],
            Example = new("A summer jacket: 342 sold of 450 received", 342, 450),
            Source = "Levy, Weitz & Grewal, Retailing Management, 10th ed., 2019",
        }),
        Formula.Of(
            "inventory-turnover", InventoryTurnover,
            FormulaInput.Money("costOfGoodsSold"), FormulaInput.Money("averageInventory").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Inventory turnover", "Lageromsætningshastighed"),
            Synonyms = ["inventory-turns", "stock-turn", "stock-turnover", "lageromsætningshastighed"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "costOfGoodsSold / averageInventory",
            EdgeCases =
            [
                "Without inventory it is undefined.",
                "A negative inventory is undefined.",
                "Sales prices above the line and cost below it make it too high.",
                "It belongs to its period: the turnover of a month is about a twelfth of the year's.",
            ],
            Variants =
            [
                new("sell-through-rate", "Says how much of one delivery was sold, in units."),
                new("days-inventory-outstanding", "Says the same in time: how long the stock lasts."),
            ],
            Example = new(
                "A wholesaler that sold goods for 600,000 at cost from an average stock of 125,000",
                Money.Usd(600_000m), Money.Usd(125_000m)),
            Source = "Robinson, International Financial Statement Analysis, 4th ed., 2020",
        }),
        Formula.Of(
            "days-inventory-outstanding", DaysInventoryOutstanding,
            FormulaInput.Duration("days").AtLeast(0m), FormulaInput.Ratio("inventoryTurnover").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Days inventory outstanding", "Lagerdage"),
            Synonyms = ["dio", "days-sales-of-inventory", "dsi", "days-inventory-on-hand", "lagerdage"],
            Family = "Commerce",
            Direction = Direction.LowerIsBetter,
            Equation = "days / inventoryTurnover",
            EdgeCases =
            [
                "Without turnover the stock lasts for ever: undefined.",
                "A negative period or turnover is undefined.",
                "The period must be the one that the turnover is of: 365 days for a year, 90 for a quarter.",
            ],
            Variants = [new("inventory-turnover", "Says the same in times: how often the stock was sold.")],
            Example = new("A year with a turnover of 4.32", Quantity.Duration(365m, DurationUnit.Day), 4.32m),
            Source = "Robinson, International Financial Statement Analysis, 4th ed., 2020",
        }),
        Formula.Of("stockout-rate", StockoutRate, FormulaInput.Count("itemsOutOfStock"), FormulaInput.Count("items")).DescribedBy(new()
        {
            Title = new("Stockout rate", "Udsolgtprocent"),
            Synonyms = ["out-of-stock-rate", "oos-rate", "udsolgtrate"],
            Family = "Commerce",
            Direction = Direction.LowerIsBetter,
            Equation = "itemsOutOfStock / items",
            EdgeCases =
            [
                "Without items there is no rate: undefined.",
                "All items weigh the same, however much demand there is for each.",
            ],
            Example = new("A supermarket with 664 of 8,000 items missing from the shelf", 664, 8_000),
            Source = "Gruen, Corsten & Bharadwaj, Retail Out-of-Stocks, 2002",
        }),
    ];
}

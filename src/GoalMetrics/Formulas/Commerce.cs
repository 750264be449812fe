namespace GoalMetrics;

/// <summary>Formulas of shops and sales. See <see cref="Marketing"/> for what holds of every formula.</summary>
public static partial class Commerce
{
    private static readonly Unit Order = Unit.Count("order");
    private static readonly Unit Piece = Unit.Count("unit");

    /// <summary>The formulas of this family, with their descriptions.</summary>
    public static IReadOnlyList<Formula> Formulas => Entries.All;

    /// <summary>What one order is worth: <c>revenue / orders</c>.</summary>
    /// <param name="revenue">Revenue from the orders.</param>
    /// <param name="orders">The number of orders.</param>
    /// <returns>Money per order; undefined without orders.</returns>
    public static Quantity AverageOrderValue(Quantity revenue, Quantity orders)
    {
        revenue = Input.Money(revenue);
        orders = Input.Count(orders, Order);
        return revenue.DividedBy(orders);
    }

    /// <summary>How many units an order holds: <c>units / orders</c>.</summary>
    /// <param name="units">Units sold.</param>
    /// <param name="orders">The number of orders.</param>
    /// <returns>Units per order; undefined without orders.</returns>
    public static Quantity UnitsPerOrder(Quantity units, Quantity orders)
    {
        units = Input.Count(units, Piece);
        orders = Input.Count(orders, Order);
        return units.Per(orders);
    }

    // Made when first asked for: a direct call needs none of it.
    private static class Entries
    {
        internal static readonly IReadOnlyList<Formula> All = [.. BasicFormulas()];
    }

    private static IEnumerable<Formula> BasicFormulas() =>
    [
        Formula.Of("average-order-value", AverageOrderValue, FormulaInput.Money("revenue"), FormulaInput.Count("orders")).DescribedBy(new()
        {
            Title = new("Average order value", "Gennemsnitlig ordreværdi"),
            Synonyms = ["aov", "ordreværdi"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "revenue / orders",
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("units-per-order", UnitsPerOrder, FormulaInput.Count("units"), FormulaInput.Count("orders")).DescribedBy(new()
        {
            Title = new("Units per order", "Enheder pr. ordre"),
            Synonyms = ["upo", "units-per-transaction", "upt"],
            Family = "Commerce",
            Direction = Direction.HigherIsBetter,
            Equation = "units / orders",
            Source = "Retail practice: units per transaction (UPT)",
        }),
    ];
}

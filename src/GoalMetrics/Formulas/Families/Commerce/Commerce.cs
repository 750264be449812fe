namespace GoalMetrics;

/// <summary>Formulas for shops and sales. See <see cref="Marketing"/> for what applies to every formula.</summary>
public static partial class Commerce
{
    private static readonly Unit Customer = Unit.Count("customer");
    private static readonly Unit Deal = Unit.Count("deal");
    private static readonly Unit Order = Unit.Count("order");
    private static readonly Unit Piece = Unit.Count("unit");
    private static readonly Unit Visitor = Unit.Count("visitor");

    /// <summary>The formulas of this family, with their descriptions.</summary>
    public static IReadOnlyList<Formula> Formulas => Entries.All;

    // An opportunity that is won is a deal: their value is money, whether the size is DKK, DKK per deal or DKK per opportunity.
    private static Quantity DealsOf(Quantity opportunities, Unit? size)
    {
        if (size is null or { Kind: UnitKind.Money })
        {
            return opportunities.WithUnit(Unit.Count());
        }

        return opportunities.Unit?.Times(size).Kind == UnitKind.Money ? opportunities : opportunities.WithUnit(Deal);
    }

    // Made when first asked for: a direct call needs none of it.
    private static class Entries
    {
        internal static readonly IReadOnlyList<Formula> All =
            [.. OrdersFormulas(), .. ReturnsFormulas(), .. InventoryFormulas(), .. SalesFormulas()];
    }
}

namespace GoalMetrics;

/// <summary>Formulas of shops and sales. See <see cref="Marketing"/> for what holds of every formula.</summary>
public static partial class Commerce
{
    private static readonly Unit Customer = Unit.Count("customer");
    private static readonly Unit Deal = Unit.Count("deal");
    private static readonly Unit Order = Unit.Count("order");
    private static readonly Unit Piece = Unit.Count("unit");
    private static readonly Unit Visitor = Unit.Count("visitor");
    private static readonly Quantity One = 1m;

    /// <summary>The formulas of this family, with their descriptions.</summary>
    public static IReadOnlyList<Formula> Formulas => Entries.All;

    // Deals won and deals lost are both deals: they add, whatever their nouns.
    private static Quantity Things(Quantity count) => count.WithUnit(Unit.Count());

    // An opportunity that is won is a deal: their value is money, whether the size is DKK, DKK per deal or DKK per opportunity.
    private static Quantity DealsOf(Quantity opportunities, Unit? size) =>
        size is null or { Kind: UnitKind.Money } ? Things(opportunities)
        : opportunities.Unit is { } unit && unit.Times(size).Kind == UnitKind.Money ? opportunities
        : opportunities.WithUnit(Deal);

    // Undefined before it is computed with, so that the first input at fault is the one that is named.
    private static Quantity NotNegative(Quantity value, string name) =>
        value.IsDefined && value.IsNegative ? Quantity.Undefined(UndefinedReason.OutOfDomain, name, value.Unit) : value;

    private static Quantity Share(Quantity value, string name) =>
        value > One ? Quantity.Undefined(UndefinedReason.OutOfDomain, name, value.Unit) : NotNegative(value, name);

    // Made when first asked for: a direct call needs none of it.
    private static class Entries
    {
        internal static readonly IReadOnlyList<Formula> All =
            [.. OrdersFormulas(), .. ReturnsFormulas(), .. InventoryFormulas(), .. SalesFormulas()];
    }
}

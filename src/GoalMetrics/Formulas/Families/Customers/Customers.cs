namespace GoalMetrics;

/// <summary>Formulas for customers and subscriptions. See <see cref="Marketing"/> for what applies to every formula.</summary>
public static partial class Customers
{
    private static readonly Unit User = Unit.Count("user");
    private static readonly Unit Buyer = Unit.Count("customer");
    private static readonly Unit Lifetime = Unit.Count("period");
    private static readonly Unit EffortScore = Unit.Score(1m, 7m);
    private static readonly Quantity One = 1m;
    private static readonly Quantity MonthsInYear = 12m;

    /// <summary>The formulas of this family, with their descriptions.</summary>
    public static IReadOnlyList<Formula> Formulas => Entries.All;

    // Value and cost are of one customer, whether they say so or not: DKK, DKK per user and DKK per customer.
    private static Quantity Each(Quantity money) =>
        money.Unit is { Kind: UnitKind.Compound, MoneyAbove: { } plain } ? money.WithUnit(plain) : money;

    // Made when first asked for: a direct call needs none of it.
    private static class Entries
    {
        internal static readonly IReadOnlyList<Formula> All =
            [.. ChurnFormulas(), .. RevenueFormulas(), .. ValueFormulas(), .. ExperienceFormulas(), .. EfficiencyFormulas()];
    }
}

namespace GoalMetrics;

/// <summary>Formulas for customers and subscriptions. See <see cref="Marketing"/> for what applies to every formula.</summary>
public static partial class Customers
{
    private static readonly Unit User = Unit.Count("user");
    private static readonly Unit Buyer = Unit.Count("customer");
    private static readonly Unit Lifetime = Unit.Count("period");
    private static readonly Unit EffortScore = Unit.Score(1m, 7m);
    private static readonly Unit Month = Unit.Duration(DurationUnit.Month);
    private static readonly Unit Year = Unit.Duration(DurationUnit.Year);
    private static readonly Quantity One = 1m;
    private const decimal MonthsInYear = 12m;

    /// <summary>The formulas of this family, with their descriptions.</summary>
    public static IReadOnlyList<Formula> Formulas => Entries.All;

    // Value and cost are of one customer, whether they say so or not: DKK, DKK per user and DKK per customer.
    private static Quantity Each(Quantity money) =>
        money.Unit is { Kind: UnitKind.Compound, MoneyAbove: { } plain } ? money.WithUnit(plain) : money;

    // The time that an amount of money is for: a month, a year; null where it does not say.
    private static Unit? TimeBelow(Unit? unit) => unit?.Kind == UnitKind.Compound ? unit.TimeBelow : null;

    private static Quantity Timeless(Quantity money) =>
        money.IsDefined && TimeBelow(money.Unit) is { } time ? money.WithUnit(money.Unit.Times(time)) : money;

    // Made when first asked for: a direct call needs none of it.
    private static class Entries
    {
        internal static readonly IReadOnlyList<Formula> All =
            [.. ChurnFormulas(), .. RevenueFormulas(), .. ValueFormulas(), .. ExperienceFormulas(), .. EfficiencyFormulas()];
    }
}

namespace GoalMetrics;

/// <summary>Formulas for returns, margins, growth and cash. See <see cref="Marketing"/> for what applies to every formula.</summary>
public static partial class Finance
{
    /// <summary>The formulas of this family, with their descriptions.</summary>
    public static IReadOnlyList<Formula> Formulas => Entries.All;

    // Made when first asked for: a direct call needs none of it.
    private static class Entries
    {
        internal static readonly IReadOnlyList<Formula> All =
        [
            .. ReturnFormulas(),
            .. PaybackFormulas(),
            .. CashFlowFormulas(),
            .. MarginFormulas(),
            .. BreakEvenFormulas(),
            .. GrowthFormulas(),
            .. MarketFormulas(),
            .. BudgetFormulas(),
            .. BalanceFormulas(),
            .. WorkingCapitalFormulas(),
            .. RunwayFormulas(),
        ];
    }
}

namespace GoalMetrics;

/// <summary>
/// Formulas for customer service and for running services. See <see cref="Marketing"/> for what applies to every formula.
/// </summary>
public static partial class CustomerService
{
    private static readonly Quantity One = 1m;

    /// <summary>The formulas of this family, with their descriptions.</summary>
    public static IReadOnlyList<Formula> Formulas => Entries.All;

    // Made when first asked for: a direct call needs none of it.
    private static class Entries
    {
        internal static readonly IReadOnlyList<Formula> All =
            [.. SupportFormulas(), .. ReliabilityFormulas()];
    }
}

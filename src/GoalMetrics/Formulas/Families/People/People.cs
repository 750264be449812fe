namespace GoalMetrics;

/// <summary>Formulas about employees. See <see cref="Marketing"/> for what applies to every formula.</summary>
public static partial class People
{
    private static readonly Unit Employee = Unit.Count("employee");

    /// <summary>The formulas of this family, with their descriptions.</summary>
    public static IReadOnlyList<Formula> Formulas => Entries.All;

    // Made when first asked for: a direct call needs none of it.
    private static class Entries
    {
        internal static readonly IReadOnlyList<Formula> All =
            [.. StaffFormulas()];
    }
}

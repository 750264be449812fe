namespace GoalMetrics;

/// <summary>
/// Formulas of online marketing. Every one is a pure function, safe from any thread; counts are not negative (else
/// <see cref="ArgumentException"/>); a zero below the line, or a missing input, gives an undefined result that names it.
/// </summary>
public static partial class Marketing
{
    private static readonly Unit Click = Unit.Count("click");
    private static readonly Unit Conversion = Unit.Count("conversion");
    private static readonly Unit Customer = Unit.Count("customer");
    private static readonly Unit Impression = Unit.Count("impression");
    private static readonly Unit Lead = Unit.Count("lead");
    private static readonly Unit Page = Unit.Count("page");
    private static readonly Unit Person = Unit.Count("person");
    private static readonly Unit Session = Unit.Count("session");
    private static readonly Unit ThousandImpressions = Unit.Count("thousand impressions");
    private static readonly Quantity One = 1m;
    private static readonly Quantity Thousand = 1_000m;

    /// <summary>The formulas of this family, with their descriptions.</summary>
    public static IReadOnlyList<Formula> Formulas => Entries.All;

    // Made when first asked for: a direct call needs none of it.
    private static class Entries
    {
        internal static readonly IReadOnlyList<Formula> All =
        [
            .. ConversionFormulas(), .. AdvertisingFormulas(), .. SpendFormulas(),
            .. TrafficFormulas(), .. EmailFormulas(), .. LeadsFormulas(),
        ];
    }
}

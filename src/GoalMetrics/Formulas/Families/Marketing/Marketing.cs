namespace GoalMetrics;

/// <summary>
/// Formulas for online marketing. Each is a pure function that any thread may call. A negative count throws an
/// <see cref="ArgumentException"/>; a zero denominator or a missing input gives an undefined result that names it.
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

namespace EngineTests.Contract.Generating;

// Where requests name derived dimensions: only an engine that derives dimensions is asked for these.
internal static class Derived
{
    public static bool AreIn(AggregateRequest request) => request.Derived.Count > 0
        || In(request.Filter).Count > 0
        || request.Aggregates.SelectMany(FiltersOf).Any(filter => In(filter).Count > 0);

    public static IReadOnlyList<DerivedDimension> In(Filter? filter) =>
        [.. FilterParts.Of(filter).OfType<Filter.DerivedIn>().Select(part => part.Dimension)];

    /// <summary>All filters of an aggregate.</summary>
    public static IEnumerable<Filter> FiltersOf(Aggregate aggregate)
    {
        IEnumerable<Filter?> filters = aggregate switch
        {
            Aggregate.Balance balance => [balance.Filter, balance.Among],
            Aggregate.OfConversions { Match: var match } => [aggregate.Filter, match.BaseFilter, match.ConversionFilter],
            _ => [aggregate.Filter],
        };
        return filters.OfType<Filter>();
    }
}

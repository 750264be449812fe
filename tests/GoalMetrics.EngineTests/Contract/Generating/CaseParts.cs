namespace EngineTests.Contract.Generating;

// All that the questions of a case are made of: aggregates, filters, derived dimensions, and the values of enums that they have.
internal static class CaseParts
{
    public static IEnumerable<object> Of(EngineCase test) =>
    [
        test.Asking,
        .. test.Tables.SelectMany(table => table.Schema.Dimensions).Select(dimension => (object)dimension.Kind),
        .. test.Requests.SelectMany(request => (IEnumerable<object>)[
            request.Time.Kind,
            .. request.Derived.SelectMany(Of),
            .. Of(request.Filter),
            .. request.Aggregates.SelectMany(Of),
        ]),
        .. test.Readings.SelectMany(reading => Of(reading.Filter).Prepend(reading.Table.Time)),
    ];

    private static IEnumerable<object> Of(Aggregate aggregate)
    {
        IEnumerable<object> choices = aggregate switch
        {
            Aggregate.OrderStatistic value => [value.Rank],
            Aggregate.Balance balance => [balance.Value],
            Aggregate.Conversion conversion => [conversion.Counted],
            Aggregate.TimeToConvert time => [time.Rank],
            _ => [],
        };
        return [aggregate, aggregate.Kind, .. choices, .. Derived.FiltersOf(aggregate).SelectMany(Of)];
    }

    private static IEnumerable<object> Of(Filter? filter) => FilterParts.Of(filter).SelectMany(part => part switch
    {
        Filter.ValueCompare compared => [part, compared.Comparison],
        Filter.DerivedIn derived => Of(derived.Dimension).Prepend(part),
        _ => (IEnumerable<object>)[part],
    });

    private static IEnumerable<object> Of(DerivedDimension dimension) =>
        dimension is DerivedDimension.OfTime time ? [dimension, time.Part] : [dimension];
}

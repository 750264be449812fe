using GoalMetrics.Sources;

namespace GoalMetrics;

// Requests about the facts that a filter lets through, as if there were no others.
internal static class ScopedRequests
{
    public static FactRequest Within(this FactRequest request, Filter? filter) => new(request.Table, request.AsOf)
    {
        Dimensions = request.Dimensions,
        Columns = request.Columns,
        Filter = FilterExtensions.And(filter, request.Filter),
        Time = request.Time,
        Entity = request.Entity,
    };

    // Base events are facts of the request's table, and no others may be credited, nor be the latest of an entity.
    public static AggregateRequest Within(this AggregateRequest request, Filter? filter, Func<EventConversion, Filter?> ofConversions)
    {
        var aggregates = request.Aggregates.Select(aggregate => aggregate switch
        {
            Aggregate.OfConversions { Match: var match } conversion => conversion.Of(match.Within(filter, ofConversions(match))),
            Aggregate.Balance balance => balance.LookingAmong(FilterExtensions.And(filter, balance.Among)),
            _ => aggregate,
        });
        return new(request.Table, aggregates, request.Time, request.AsOf)
        {
            Groupings = request.Groupings,
            Derived = request.Derived,
            Filter = FilterExtensions.And(filter, request.Filter),
            Ranking = request.Ranking,
        };
    }

    private static EventConversion Within(this EventConversion match, Filter? baseFilter, Filter? conversionFilter) =>
        new(match.Table, match.Entity, match.Window)
        {
            BaseFilter = FilterExtensions.And(baseFilter, match.BaseFilter),
            ConversionFilter = FilterExtensions.And(conversionFilter, match.ConversionFilter),
            From = match.From,
            Matching = match.Matching,
            IncludesImmature = match.IncludesImmature,
        };
}

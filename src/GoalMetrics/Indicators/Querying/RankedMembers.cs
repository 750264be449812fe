using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// The members of a dimension with the largest values over the range of a query, found before the rest of it is planned.
internal sealed class RankedMembers
{
    private RankedMembers(TopMembers top, IEnumerable<string?> kept, IReadOnlyList<DerivedDimension> derived)
    {
        Top = top;
        Derived = derived;
        if (derived.FirstOrDefault(dimension => dimension.Name == top.Dimension) is { } grouping)
        {
            IsKept = Filter.In(grouping, [.. kept]);
        }
        else
        {
            IsKept = Filter.In(top.Dimension, [.. kept]);
        }
    }

    // Of the whole query.
    public IReadOnlyList<DerivedDimension> Derived { get; }

    public TopMembers Top { get; }

    public Filter IsKept { get; }

    // Where the source can rank members by the measure itself, only a few groups are read, however many members there are.
    public static async ValueTask<RankedMembers> ReadAsync(
        Query query, QueryRange range, SourceTables tables, CancellationToken cancellationToken)
    {
        if (ShareMeasure.DimensionsOf(query.TopMembers!.By).FirstOrDefault(shared => shared != query.TopMembers.Dimension) is { } other)
        {
            throw new ArgumentException(
                $"'{query.TopMembers.By.Id}' is the share of each '{other}', and cannot rank '{query.TopMembers.Dimension}': over all of"
                + $" '{other}', each has 100 %.");
        }

        var derived = query.DerivedIn(tables.Calendar);
        var canRank = query.TopMembers!.By.AsMetric is { Aggregates.Count: 1, Currency: null } && tables.Source.Capabilities.RanksMembers;
        var largest = canRank ? await LargestAsync(query, derived, range, tables, cancellationToken).ConfigureAwait(false) : null;
        return largest ?? await AmongAllAsync(query, derived, range, tables, cancellationToken).ConfigureAwait(false);
    }

    // Null where that does not settle the ranking, as too few members have a value above 0. Among the others, the members without a value
    // would have to be ranked too.
    private static async ValueTask<RankedMembers?> LargestAsync(
        Query query,
        IReadOnlyList<DerivedDimension> derived,
        QueryRange range,
        SourceTables tables,
        CancellationToken cancellationToken)
    {
        var top = query.TopMembers!;
        var plan = new ReadingPlan(tables, range.AsOf) { KnownUntil = query.Moment ?? Instant.MaxValue };
        var part = plan.Part(query.Filter, [[top.Dimension]], derived);
        part.Ranking = new(0, top.Count);
        var node = top.By.Compile([range.TotalOf(top.By)], part);
        var isOfTable = derived.All(dimension => dimension.Name != top.Dimension);
        var named = isOfTable ? NamedAsTheRest(top, range, query.Filter, plan) : null;
        await plan.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (named is not null && named.By(0).Members.Count > 0)
        {
            throw HasTheNameOfTheRest(top);
        }

        var found = part.By(0);
        var areLarge = found.Members.Count == top.Count
            && Enumerable.Range(0, top.Count).All(member => node.Value(0, found.Of(member)).AmountOrNull > 0m);
        if (areLarge)
        {
            return new(top, found.Members.Select(key => key.Members[0]), derived);
        }

        return null;
    }

    // Reads every member that has facts anywhere in the time that the query covers, and ranks them here.
    private static async ValueTask<RankedMembers> AmongAllAsync(
        Query query,
        IReadOnlyList<DerivedDimension> derived,
        QueryRange range,
        SourceTables tables,
        CancellationToken cancellationToken)
    {
        var top = query.TopMembers!;
        var plan = new ReadingPlan(tables, range.AsOf) { KnownUntil = query.Moment ?? Instant.MaxValue };
        var part = plan.Part(query.Filter, [[top.Dimension]], derived);
        part.AskBy(query.Dimensions);
        CompiledQuery.AskFor(query, range, part);
        var node = top.By.Compile([range.TotalOf(top.By)], part);
        await plan.ReadAsync(cancellationToken).ConfigureAwait(false);
        var found = part.By(0);
        if (found.Members.Any(key => key.Members[0] == top.Rest))
        {
            throw HasTheNameOfTheRest(top);
        }

        // Equal ones stay in the order of their names, as where a source ranks them.
        var ranked = found.InOrder(MemberOrder.Ordinal(1)).OrderByDescending(AmountOf);
        return new(top, ranked.Take(top.Count).Select(member => found.Members[member].Members[0]), derived);

        decimal? AmountOf(int member)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return node.Value(0, found.Of(member)).AmountOrNull;
        }
    }

    // Reads whether a member of the dimension has the name of the rest; null where the range is empty.
    private static ReadingPart? NamedAsTheRest(TopMembers top, QueryRange range, Filter? filter, ReadingPlan plan)
    {
        var interval = range.Total.Seen;
        if (interval.Start == interval.End)
        {
            return null;
        }

        var part = plan.Part(FilterExtensions.And(filter, Filter.Equal(top.Dimension, top.Rest)), [[top.Dimension]]);
        foreach (var metric in top.By.Metrics)
        {
            var table = part.Table(metric.Table);
            table.Plan(new Aggregate.Count(), [table.Window(interval)], metric.Id);
        }

        return part;
    }

    private static ArgumentException HasTheNameOfTheRest(TopMembers top) => new(
        $"Dimension '{top.Dimension}' has a member {Shown.Quote(top.Rest)}, so the rest cannot be called so too."
        + $" Give it another name: Top({top.Count}, \"{top.Dimension}\", by, restAs: \"…\").");
}

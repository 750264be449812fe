using GoalMetrics.Sources;

namespace GoalMetrics;

// Plans the rows of a query by each of its sets of dimensions: the total, subtotals, and the rows themselves.
internal sealed class QueryBreakdowns
{
    private readonly Query _query;
    private readonly QueryRange _range;
    private readonly IReadOnlyList<DerivedDimension> _derived;

    public QueryBreakdowns(Query query, QueryRange range, ReadingPlan plan, RankedMembers? ranked)
    {
        _query = query;
        _range = range;
        _derived = ranked?.Derived ?? query.DerivedIn(plan.Tables.Calendar);
        var sets = SetsOf(query);
        Levels = ranked is null ? Plain(sets, plan) : Ranked(sets, plan, ranked);
    }

    // From the total to the rows by all dimensions; only the total where the query has no dimension.
    public IReadOnlyList<QueryLevel> Levels { get; }

    // None of the dimensions, and all of them; where it has subtotals, the first of them too.
    private static List<string[]> SetsOf(Query query)
    {
        string[] all = [.. query.Dimensions];
        var sets = new List<string[]> { Array.Empty<string>() };
        for (var count = 1; count < all.Length && query.HasSubtotals; count++)
        {
            sets.Add(all[..count]);
        }

        if (all.Length > 0)
        {
            sets.Add(all);
        }

        return sets;
    }

    // All sets of dimensions with the same filter, in one part.
    private List<QueryLevel> Plain(List<string[]> sets, ReadingPlan plan)
    {
        var part = plan.Part(_query.Filter, [.. sets], _derived);
        var compiled = Compile(part);
        var levels = new List<QueryLevel>(sets.Count);
        for (var grouping = 0; grouping < sets.Count; grouping++)
        {
            levels.Add(new(sets[grouping], part, grouping, compiled));
        }

        return levels;
    }

    // Sets that include the dimension limited to top members are read with two more filters: one for the top members, and one for the rest.
    private List<QueryLevel> Ranked(List<string[]> sets, ReadingPlan plan, RankedMembers ranked)
    {
        var dimension = ranked.Top.Dimension;
        var plain = Plain([.. sets.Where(set => !set.Contains(dimension))], plan);
        List<string[]> with = [.. sets.Where(set => set.Contains(dimension))];
        var kept = plan.Part(FilterExtensions.And(_query.Filter, ranked.IsKept), [.. with], _derived);
        IReadOnlyList<string>[] without = [.. with.Select(set => set.Where(other => other != dimension).ToList())];
        var rest = plan.Part(FilterExtensions.And(_query.Filter, !ranked.IsKept), without, _derived);
        kept.Unlimited = rest.Unlimited = (dimension, _query.Filter);
        var (ofKept, ofRest) = (Compile(kept), Compile(rest));
        var limited = with.Select((set, grouping) => new QueryLevel(set, kept, grouping, ofKept)
        {
            Rest = (rest, ofRest),
            RestGrouping = grouping,
            RestPlace = Array.IndexOf(set, dimension),
            RestName = ranked.Top.Rest,
        });
        return [.. plain, .. limited];
    }

    private CompiledQuery Compile(ReadingPart part)
    {
        part.AskBy(_query.Dimensions);
        return new(_query, _range, part);
    }
}

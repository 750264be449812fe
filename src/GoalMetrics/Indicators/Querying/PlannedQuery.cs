using System.Collections.Immutable;

namespace GoalMetrics;

// A query as part of a plan: checked and compiled before the plan is read, turned into a table afterwards.
internal sealed class PlannedQuery
{
    private readonly Query _query;
    private readonly QueryBreakdowns _breakdowns;

    public PlannedQuery(Query query, QueryRange range, ReadingPlan plan, RankedMembers? ranked)
    {
        _query = query;
        Range = range;
        _breakdowns = new(query, range, plan, ranked);
    }

    // A query that is not limited to top members reads nothing from the source before it is planned.
    public PlannedQuery(Query query, ReadingPlan plan)
        : this(query, new QueryRange(query, plan.Tables), plan, ranked: null)
    {
    }

    public QueryRange Range { get; }

    public MetricTable ToTable(
        ImmutableArray<MetricQuality> quality, ImmutableArray<Finding> findings, CancellationToken cancellationToken) =>
        new TableBuilder(_query, Range, _breakdowns, cancellationToken).Build(quality, findings);
}

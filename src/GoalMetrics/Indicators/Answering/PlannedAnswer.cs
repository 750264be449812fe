using NodaTime;

namespace GoalMetrics;

// All that the answer to a query is made of: planned before the plan is read, and turned into a table afterwards.
internal sealed class PlannedAnswer
{
    private readonly Query _query;
    private readonly SourceTables _tables;
    private readonly PlannedQuery _planned;
    private readonly QualityReader? _quality;
    private IReadOnlyList<Finding> _misspelt = [];

    public PlannedAnswer(Query query, QueryRange range, SourceTables tables, RankedMembers? ranked)
    {
        _query = query;
        _tables = tables;
        Plan = new(tables, range.AsOf) { KnownUntil = query.Moment ?? Instant.MaxValue };
        _planned = new(query, range, Plan, ranked);
        Spelling = MemberCheck.WhereCheap(query.Metrics, query.Filter, Plan);
        _quality = query.HasQuality ? new(query, range.Total, Plan) : null;
        _planned.WatchValueless(Plan);
    }

    public ReadingPlan Plan { get; }

    // Null where the members that filters name are checked on demand only.
    public MemberCheck? Spelling { get; }

    public MetricTable ToTable(IReadOnlyList<Finding> misspelt, CancellationToken cancellationToken)
    {
        _misspelt = misspelt;
        return _planned.ToTable(_quality?.Read() ?? [], Findings, cancellationToken);
    }

    // What is to be said of the answer. Found when it is read: a number whose findings are not asked for needs none of it, and all that it
    // follows from stays as it was when the query was answered.
    private IReadOnlyList<Finding> Findings() =>
    [
        .. _tables.Findings,
        .. Plan.Valueless.Find(),
        .. _planned.DataFindings(_tables),
        .. _planned.Range.ImmatureFindings(_query.Measures),
        .. _misspelt,
    ];
}

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
        : this(query, new QueryRange(query, plan.Tables, plan.AsOf), plan, ranked: null)
    {
    }

    public QueryRange Range { get; }

    // Counts the facts that have no value, in the time that the query is about.
    public void WatchValueless(ReadingPlan plan)
    {
        foreach (var measure in _query.Measures)
        {
            plan.Valueless.Watch(measure.Metrics, Range.WindowsOf(measure), _query.Filter, plan);
        }
    }

    // What is not known of the time that the query is about, and of what its measures look back on.
    public IReadOnlyList<Finding> DataFindings(SourceTables tables)
    {
        var lacking = new LackingData();
        _breakdowns.Levels[0].Compiled.AddLacking(lacking);
        var found = Range.DataFindings(lacking);
        foreach (var measure in _query.Measures)
        {
            GoalMetrics.DataFindings.AddNew(found, GoalMetrics.DataFindings.UncountedIn(measure, tables, Range.AsOf));
        }

        return found;
    }

    // Once the plan has been read.
    public MetricTable ToTable(
        IReadOnlyList<MetricQuality> quality, Func<IReadOnlyList<Finding>>? findings, CancellationToken cancellationToken)
    {
        var lines = new List<QueryLine>[_breakdowns.Levels.Count];
        for (var level = 0; level < lines.Length; level++)
        {
            lines[level] = _breakdowns.Levels[level].Lines(cancellationToken);
        }

        var ofPeriods = RowsOf(lines[0][0]);
        var total = Range.TotalIndex < ofPeriods.Length ? ofPeriods[Range.TotalIndex] : new(lines[0][0], Range.TotalIndex);
        IReadOnlyList<MetricRow> rows = lines.Length == 1 && !_query.SelectsRows ? ofPeriods : RowsOf(lines[^1], cancellationToken);
        var memberTotals = new List<MetricRow>();
        for (var level = 1; level < lines.Length; level++)
        {
            memberTotals.AddRange(RowsOf(lines[level], Range.TotalIndex, cancellationToken));
        }

        IReadOnlyList<MetricRow> subtotals = lines.Length > 2 ? SubtotalsOf(lines, cancellationToken) : [];
        return new(_query, rows, subtotals, ofPeriods, memberTotals, total, quality, findings);
    }

    // Period by period, those by some of the dimensions.
    private List<MetricRow> SubtotalsOf(List<QueryLine>[] lines, CancellationToken cancellationToken)
    {
        var subtotals = new List<MetricRow>();
        for (var window = 0; window < Range.Periods.Count; window++)
        {
            for (var level = 1; level < lines.Length - 1; level++)
            {
                subtotals.AddRange(RowsOf(lines[level], window, cancellationToken));
            }
        }

        return subtotals;
    }

    // Period by period, those that the query keeps.
    private List<MetricRow> RowsOf(List<QueryLine> lines, CancellationToken cancellationToken)
    {
        var selection = _query.SelectsRows ? new RowSelection(_query, cancellationToken) : null;
        var rows = new List<MetricRow>(Range.Periods.Count);
        for (var window = 0; window < Range.Periods.Count; window++)
        {
            var ofPeriod = RowsOf(lines, window, cancellationToken);
            rows.AddRange(selection?.Kept(ofPeriod) ?? ofPeriod);
        }

        return rows;
    }

    // One for each period.
    private MetricRow[] RowsOf(QueryLine line)
    {
        var rows = new MetricRow[Range.Periods.Count];
        for (var window = 0; window < rows.Length; window++)
        {
            rows[window] = new(line, window);
        }

        return rows;
    }

    private static MetricRow[] RowsOf(List<QueryLine> lines, int window, CancellationToken cancellationToken)
    {
        var rows = new MetricRow[lines.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows[i] = new(lines[i], window);
        }

        return rows;
    }
}

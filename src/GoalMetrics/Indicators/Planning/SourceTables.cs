using NodaTime;

namespace GoalMetrics;

// A source's descriptions of the tables that a question is about: read in one call, and checked against the metrics defined on them. What
// else the question asks sees the same facts.
internal sealed class SourceTables
{
    private readonly IReadOnlyList<Metric> _metrics;
    private readonly Dictionary<string, TableDescription> _described;

    private SourceTables(IMetricSource source, IReadOnlyList<Metric> metrics, Dictionary<string, TableDescription> described)
    {
        Source = source;
        _metrics = metrics;
        _described = described;
    }

    public IMetricSource Source { get; }

    // A table that is not in the source, or does not have what a metric was defined on, is refused.
    public static async ValueTask<SourceTables> DescribeAsync(
        IMetricSource source, IReadOnlyList<Metric> metrics, CancellationToken cancellationToken)
    {
        var snapshot = ObservedSource.Over(source.Snapshot());
        var names = NamesOf(metrics);
        var described = names.Count == 0 ? [] : await snapshot.DescribeAsync(names, cancellationToken).ConfigureAwait(false);
        var tables = new Dictionary<string, TableDescription>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            var table = WithDaysOff(described[i], snapshot.Calendar);
            tables.Add(names[i], InWholePeriods(table, snapshot.Calendar));
        }

        foreach (var metric in metrics)
        {
            metric.CheckFits(tables[metric.Table.Name].Schema);
        }

        return new(FactFallback.Over(snapshot, described), metrics, tables);
    }

    // What matters to all answers, table by table.
    public IEnumerable<Finding> Findings => DataFindings.Of(_metrics, this);

    public TableDescription Of(TableSchema table) => _described[table.Name];

    // The tables that metrics are read from, those of conversions included, each once.
    public List<TableDescription> Of(IReadOnlyList<Metric> metrics)
    {
        var read = new List<TableDescription>(1);
        foreach (var metric in metrics)
        {
            Add(metric.Table);
            Add(metric.Conversion?.Table);
        }

        return read;

        void Add(TableSchema? table)
        {
            if (table is not null && Of(table) is var description && !read.Contains(description))
            {
                read.Add(description);
            }
        }
    }

    // The order of members in results. Where tables differ about a dimension, the first that states an order decides, and numbers come by
    // size only if all tables have numbers there.
    public FactDimension DimensionNamed(string name)
    {
        List<FactDimension> all =
            [.. _described.Values.SelectMany(table => table.Schema.Dimensions).Where(dimension => dimension.Name == name)];
        return all.Find(dimension => dimension.Order.Count > 0)
            ?? all.Find(dimension => dimension.Kind == MemberKind.Text)
            ?? all[0];
    }

    // The metrics' own tables, and those of conversions where they count these, each once.
    private static List<string> NamesOf(IReadOnlyList<Metric> metrics)
    {
        var names = new List<string>();
        foreach (var metric in metrics)
        {
            Add(metric.Table);
            Add(metric.Conversion?.Table);
        }

        return names;

        void Add(TableSchema? table)
        {
            if (table is not null && !names.Contains(table.Name))
            {
                names.Add(table.Name);
            }
        }
    }

    // A day that weighs nothing by the calendar is not missed before the first fact and after the last, where the coverage is theirs.
    private static TableDescription WithDaysOff(TableDescription table, ReportingCalendar calendar)
    {
        if (table is not { IsCoverageStated: false, KeptGrain: null, Schema.FactGrain: null, Coverage: { } coverage })
        {
            return table;
        }

        var (first, last) = (calendar.DateHolding(coverage.Start), calendar.DateHolding(coverage.End - Duration.Epsilon));
        var (start, end) = (calendar.FirstDayOffBefore(first), calendar.LastDayOffAfter(last));
        return (start, end) == (first, last)
            ? table
            : table.Covering(new(calendar.StartOf(start), calendar.StartOf(end.PlusDays(1))), table.Gaps);
    }

    // A fact that is the total of a month covers the whole month, whatever its date in it. A month without its fact is not covered at all.
    private static TableDescription InWholePeriods(TableDescription table, ReportingCalendar calendar)
    {
        if (table is not { Schema.FactGrain: { } grain, Coverage: { } coverage })
        {
            return table;
        }

        var last = calendar.PeriodAt(grain, coverage.End - Duration.Epsilon);
        var isWhole = last.End == coverage.End || table.LatestFact is not { } latest || latest >= last.Start;
        var start = calendar.PeriodAt(grain, coverage.Start).Start;
        var end = isWhole ? last.End : last.Start;
        return table.Covering(start < end ? new(start, end) : null, [.. table.Gaps.Select(Whole)]);

        Interval Whole(Interval gap) =>
            new(calendar.PeriodAt(grain, gap.Start).Start, calendar.PeriodAt(grain, gap.End - Duration.Epsilon).End);
    }
}

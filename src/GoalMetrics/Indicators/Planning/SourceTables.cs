using NodaTime;

namespace GoalMetrics;

// What a source says of the tables that a question is about: all are asked for at once, and held against the metrics defined on them.
internal sealed class SourceTables
{
    private readonly Dictionary<string, TableDescription> _described;

    private SourceTables(IMetricSource source, Dictionary<string, TableDescription> described)
    {
        Source = source;
        _described = described;
    }

    public IMetricSource Source { get; }

    // Tables that are not in the source, or do not have what a metric was defined on, are refused, unless a place to note it is given.
    public static async ValueTask<SourceTables> DescribeAsync(
        IMetricSource source, IEnumerable<Metric> metrics, CancellationToken cancellationToken)
    {
        List<Metric> all = [.. metrics];
        string[] names = [.. all.SelectMany(TablesOf).Distinct(StringComparer.Ordinal)];
        var described = names.Length == 0 ? [] : await source.DescribeAsync(names, cancellationToken).ConfigureAwait(false);
        var tables = new Dictionary<string, TableDescription>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            tables.Add(names[i], InWholePeriods(described[i], source.Calendar));
        }

        foreach (var metric in all)
        {
            metric.CheckFits(tables[metric.Table.Name].Schema);
        }

        return new(source, tables);
    }

    public TableDescription Of(TableSchema table) => _described[table.Name];

    // Its own, and beside it that of the events that convert.
    private static IEnumerable<string> TablesOf(Metric metric) =>
        metric.Conversion is { } conversion ? [metric.Table.Name, conversion.Table.Name] : [metric.Table.Name];

    // A fact that is the total of a month covers that month, wherever in it the fact is dated; a month without its fact is not covered in part.
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
        return table.Covering(start < end ? new(start, end) : null);
    }
}

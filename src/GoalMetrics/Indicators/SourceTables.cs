using NodaTime;

namespace GoalMetrics;

// What a source says of its tables: each is asked for once, and held against the metrics that were defined on it.
internal sealed class SourceTables(IMetricSource source)
{
    private readonly Dictionary<string, TableDescription> _described = new(StringComparer.Ordinal);

    public IMetricSource Source => source;

    // The table of the metric, and beside it that of the events that convert.
    public async ValueTask<TableDescription> DescribeAsync(Metric metric, CancellationToken cancellationToken)
    {
        var table = await DescribeAsync(metric.Table.Name, cancellationToken).ConfigureAwait(false);
        metric.CheckFits(table.Schema);
        if (metric.Aggregate.Conversion is { } conversion)
        {
            await DescribeAsync(conversion.Table.Name, cancellationToken).ConfigureAwait(false);
        }

        return table;
    }

    // One that was asked about before.
    public TableDescription Of(TableSchema table) => _described[table.Name];

    private async ValueTask<TableDescription> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        if (!_described.TryGetValue(name, out var table))
        {
            table = InWholePeriods(await source.DescribeAsync(name, cancellationToken).ConfigureAwait(false));
            _described.Add(name, table);
        }

        return table;
    }

    // A fact that is the total of a month covers that month, wherever in it the fact is dated; a month without its fact is not covered in part.
    private TableDescription InWholePeriods(TableDescription table)
    {
        if (table is not { Schema.FactGrain: { } grain, Coverage: { } coverage })
        {
            return table;
        }

        var last = source.Calendar.PeriodAt(grain, coverage.End - Duration.Epsilon);
        var isWhole = last.End == coverage.End || table.LatestFact is not { } latest || latest >= last.Start;
        var (start, end) = (source.Calendar.PeriodAt(grain, coverage.Start).Start, isWhole ? last.End : last.Start);
        return table.Covering(start < end ? new(start, end) : null);
    }
}

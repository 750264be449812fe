namespace GoalMetrics;

// What a source says of its tables: each is asked for once, and held against the metrics that were defined on it.
internal sealed class SourceTables(IMetricSource source)
{
    private readonly Dictionary<string, TableDescription> _described = new(StringComparer.Ordinal);

    public IMetricSource Source => source;

    public async ValueTask<TableDescription> DescribeAsync(Metric metric, CancellationToken cancellationToken)
    {
        if (!_described.TryGetValue(metric.Table.Name, out var table))
        {
            table = await source.DescribeAsync(metric.Table.Name, cancellationToken).ConfigureAwait(false);
            _described.Add(metric.Table.Name, table);
        }

        metric.CheckFits(table.Schema);
        return table;
    }
}

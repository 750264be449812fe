using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// Asks a source for metrics over windows of time, table by table, and fills in what has no facts (S2.6, S3.5).
internal sealed class MetricReader(SourceTables tables, Instant asOf)
{
    public MetricReader(IMetricSource source, Instant asOf)
        : this(new SourceTables(source), asOf)
    {
    }

    public IMetricSource Source => tables.Source;

    public Instant AsOf => asOf;

    public ValueTask<TableDescription> DescribeAsync(Metric metric, CancellationToken cancellationToken) =>
        tables.DescribeAsync(metric, cancellationToken);

    public async ValueTask<MetricCells> ReadAsync(
        IReadOnlyList<Metric> metrics, IEnumerable<Interval> windows, ImmutableArray<string> dimensions, Filter? filter, CancellationToken cancellationToken)
    {
        var cells = new MetricCells(asOf);
        var layers = Layers(windows.Select(cells.Seen).Where(window => window.Start < window.End));
        foreach (var ofTable in metrics.GroupBy(metric => metric.Table.Name, StringComparer.Ordinal))
        {
            var asked = ofTable.ToList();
            foreach (var metric in asked)
            {
                cells.Add(metric, await tables.DescribeAsync(metric, cancellationToken).ConfigureAwait(false));
            }

            // The source's own schema, which knows all its columns; that a metric was defined on the same ones has been seen to.
            var schema = cells.TableOf(asked[0]).Schema;
            foreach (var layer in layers)
            {
                var request = new AggregateRequest(schema, [.. asked.Select(metric => metric.Aggregate)], layer, dimensions, filter);
                foreach (var group in await Source.AggregateAsync(request, cancellationToken).ConfigureAwait(false))
                {
                    cells.Add(layer[group.Window], group.Members, asked, group.Values);
                }
            }
        }

        return cells;
    }

    // Engines take windows in order and without overlap; what overlaps is asked for in turn.
    private static List<ImmutableArray<Interval>> Layers(IEnumerable<Interval> windows)
    {
        var layers = new List<List<Interval>>();
        foreach (var window in windows.Distinct().OrderBy(window => window.Start).ThenBy(window => window.End))
        {
            var layer = layers.Find(layer => layer[^1].End <= window.Start);
            if (layer is null)
            {
                layers.Add(layer = []);
            }

            layer.Add(window);
        }

        return [.. layers.Select(layer => layer.ToImmutableArray())];
    }
}

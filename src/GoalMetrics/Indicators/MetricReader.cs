using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// Asks a source for what a plan needs, with as few requests as possible: engines take windows in order and without overlap.
internal sealed class MetricReader(SourceTables tables, Instant asOf)
{
    public MetricReader(IMetricSource source, Instant asOf)
        : this(new SourceTables(source), asOf)
    {
    }

    public Instant AsOf => asOf;

    public SourceTables Tables => tables;

    public ValueTask<TableDescription> DescribeAsync(Metric metric, CancellationToken cancellationToken) =>
        tables.DescribeAsync(metric, cancellationToken);

    public async ValueTask<MetricCells> ReadAsync(MetricPlan plan, ImmutableArray<string> dimensions, Filter? filter, CancellationToken cancellationToken) =>
        (await ReadAsync(plan, [(dimensions, filter)], cancellationToken).ConfigureAwait(false))[0];

    // The same plan by several sets of dimensions and filters, asked for at once.
    public async ValueTask<MetricCells[]> ReadAsync(
        MetricPlan plan, IReadOnlyList<(ImmutableArray<string> Dimensions, Filter? Filter)> views, CancellationToken cancellationToken)
    {
        var cells = views.Select(_ => new MetricCells()).ToArray();
        var requests = new List<AggregateRequest>();
        var answers = new List<(MetricCells Cells, List<Metric> Metrics)>();
        foreach (var ofTable in plan.Windows.GroupBy(entry => entry.Key.Table.Name, StringComparer.Ordinal))
        {
            var asked = ofTable.ToList();
            foreach (var (metric, _) in asked)
            {
                var table = await tables.DescribeAsync(metric, cancellationToken).ConfigureAwait(false);
                Array.ForEach(cells, cell => cell.Add(metric, table));
            }

            // The source's own schema, which knows all its columns; that a metric was defined on the same ones has been seen to.
            var schema = (await tables.DescribeAsync(asked[0].Key, cancellationToken).ConfigureAwait(false)).Schema;
            foreach (var (windows, metrics) in Requests(asked, cells))
            {
                requests.AddRange(views.Select(view =>
                    new AggregateRequest(schema, [.. metrics.Select(metric => metric.Aggregate)], windows, view.Dimensions, view.Filter, asOf)));
                answers.AddRange(cells.Select(cell => (cell, metrics)));
            }
        }

        var groups = await tables.Source.AggregateAllAsync(requests, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < requests.Count; i++)
        {
            foreach (var group in groups[i])
            {
                var members = new MemberKey(group.Members);
                for (var metric = 0; metric < answers[i].Metrics.Count; metric++)
                {
                    answers[i].Cells.Add(answers[i].Metrics[metric], requests[i].Windows[group.Window], members, group.Values[metric]);
                }
            }
        }

        return cells;
    }

    private static List<(ImmutableArray<Interval> Windows, List<Metric> Metrics)> Requests(
        List<KeyValuePair<Metric, HashSet<Interval>>> asked, MetricCells[] cells)
    {
        var requests = new List<(ImmutableArray<Interval> Windows, List<Metric> Metrics)>();
        List<Metric> adding = [.. asked.Select(entry => entry.Key).Where(metric => metric.Aggregate.AddsUp)];
        if (adding.Count > 0)
        {
            var pieces = Pieces(asked.Where(entry => entry.Key.Aggregate.AddsUp).SelectMany(entry => entry.Value));
            adding.ForEach(metric => Array.ForEach(cells, cell => cell.AddPieces(metric, pieces)));
            requests.Add((pieces, adding));
        }

        foreach (var (metric, windows) in asked.Where(entry => !entry.Key.Aggregate.AddsUp))
        {
            foreach (var layer in Layers(windows))
            {
                if (requests.Find(request => request.Windows.AsSpan().SequenceEqual(layer.AsSpan())) is { Metrics: { } metrics })
                {
                    metrics.Add(metric);
                }
                else
                {
                    requests.Add((layer, [metric]));
                }
            }
        }

        return requests;
    }

    // The stretches between the ends of windows that lie in any of them.
    private static ImmutableArray<Interval> Pieces(IEnumerable<Interval> windows)
    {
        var all = windows.Distinct().ToList();
        var ends = all.Select(window => (At: window.Start, Step: 1)).Concat(all.Select(window => (At: window.End, Step: -1)))
            .GroupBy(end => end.At, end => end.Step).OrderBy(end => end.Key).ToList();
        var pieces = ImmutableArray.CreateBuilder<Interval>();
        var open = 0;
        for (var i = 0; i < ends.Count; i++)
        {
            if (open > 0)
            {
                pieces.Add(new(ends[i - 1].Key, ends[i].Key));
            }

            open += ends[i].Sum();
        }

        return pieces.ToImmutable();
    }

    // Windows that overlap are asked for in turn.
    private static List<ImmutableArray<Interval>> Layers(IEnumerable<Interval> windows)
    {
        var layers = new List<List<Interval>>();
        foreach (var window in windows.OrderBy(window => window.Start).ThenBy(window => window.End))
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

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
        var answers = new List<(MetricCells Cells, MetricColumn[] Columns)>();
        foreach (var ofTable in plan.Windows.GroupBy(entry => entry.Key.Table.Name, StringComparer.Ordinal))
        {
            // The source's own schema, which knows all its columns; that a metric was defined on the same ones is seen to.
            var asked = ofTable.ToList();
            var table = await tables.DescribeAsync(asked[0].Key, cancellationToken).ConfigureAwait(false);
            foreach (var (metric, _) in asked)
            {
                await tables.DescribeAsync(metric, cancellationToken).ConfigureAwait(false);
            }

            // What adds up is asked for in pieces, but for windows that cut what is kept as a total.
            var calendar = tables.Source.Calendar;
            var canBeCut = asked.SelectMany(entry => entry.Value).SelectMany(window => (Instant[])[window.Start, window.End]).Distinct()
                .ToDictionary(moment => moment, moment => table.CanBeCutAt(moment, calendar));
            bool IsInPieces(Metric metric, Interval window) => metric.Aggregate.AddsUp && canBeCut[window.Start] && canBeCut[window.End];
            var pieces = Pieces(asked.SelectMany(entry => entry.Value.Where(window => IsInPieces(entry.Key, window))));
            var asTheyAre = asked.ToDictionary(entry => entry.Key, entry => entry.Value.Where(window => !IsInPieces(entry.Key, window)).ToList());
            var columns = cells.Select(answer => asked.ToDictionary(
                entry => entry.Key, entry => answer.Add(entry.Key, table, entry.Key.Aggregate.AddsUp ? pieces : [], asTheyAre[entry.Key]))).ToArray();
            foreach (var (windows, metrics) in Requests(asTheyAre, pieces))
            {
                requests.AddRange(views.Select(view =>
                    new AggregateRequest(table.Schema, [.. metrics.Select(metric => metric.Aggregate)], windows, view.Dimensions, view.Filter, asOf)));
                answers.AddRange(cells.Zip(columns, (answer, known) => (answer, metrics.Select(metric => known[metric]).ToArray())));
            }
        }

        if (requests.Count == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return cells;
        }

        var groups = await tables.Source.AggregateAllAsync(requests, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < requests.Count; i++)
        {
            Take(groups[i], requests[i].Windows, answers[i].Columns, answers[i].Cells, cancellationToken);
        }

        Array.ForEach(cells, answer => answer.PutInOrder(cancellationToken));
        return cells;
    }

    private static void Take(
        IReadOnlyList<AggregateGroup> groups, ImmutableArray<Interval> windows, MetricColumn[] columns, MetricCells cells, CancellationToken cancellationToken)
    {
        var places = Array.ConvertAll(columns, column => windows.Select(column.PlaceOf).ToArray());
        for (var i = 0; i < groups.Count; i++)
        {
            cancellationToken.CheckAt(i);
            var group = groups[i];
            var cell = cells.At(group.Members);
            for (var metric = 0; metric < columns.Length; metric++)
            {
                var of = columns[metric].Metric;
                var exact = group.Exact.IsDefault ? null : group.Exact[metric];
                columns[metric].Add(cell, places[metric][group.Window], group.Values[metric].WithUnit(of.Unit!).CausedBy(of.Id), exact);
            }
        }
    }

    // The windows of each request, and the metrics it is for.
    private static List<(ImmutableArray<Interval> Windows, List<Metric> Metrics)> Requests(Dictionary<Metric, List<Interval>> asTheyAre, ImmutableArray<Interval> pieces)
    {
        var requests = new List<(ImmutableArray<Interval> Windows, List<Metric> Metrics)>();
        List<Metric> adding = [.. asTheyAre.Keys.Where(metric => metric.Aggregate.AddsUp)];
        if (adding.Count > 0 && !pieces.IsEmpty)
        {
            requests.Add((pieces, adding));
        }

        foreach (var (metric, windows) in asTheyAre)
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

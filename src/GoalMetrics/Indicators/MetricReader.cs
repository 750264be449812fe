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
        (await ReadAsync(plan, [new(dimensions, filter)], cancellationToken).ConfigureAwait(false))[0];

    // The same plan by several sets of dimensions and filters, asked for at once.
    public async ValueTask<MetricCells[]> ReadAsync(MetricPlan plan, IReadOnlyList<MetricView> views, CancellationToken cancellationToken)
    {
        var cells = views.Select(_ => new MetricCells()).ToArray();
        var questions = new List<Question>();
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
            foreach (var (view, answer) in views.Zip(cells))
            {
                asked.ForEach(entry => answer.Add(entry.Key, table, entry.Key.Aggregate.AddsUp ? pieces : []));
                questions.AddRange(Questions(view, answer, pieces, asTheyAre));
            }
        }

        await AskAsync(questions, cancellationToken).ConfigureAwait(false);
        await AskAsync([.. views.Zip(cells, (view, answer) => Again(plan, view, answer)).SelectMany(again => again)], cancellationToken).ConfigureAwait(false);
        Array.ForEach(cells, answer => answer.PutInOrder(cancellationToken));
        return cells;
    }

    private async ValueTask AskAsync(List<Question> questions, CancellationToken cancellationToken)
    {
        if (questions.Count == 0)
        {
            return;
        }

        var answers = await tables.Source.AggregateAllAsync([.. questions.Select(question => question.Request)], cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < questions.Count; i++)
        {
            Take(answers[i], questions[i], cancellationToken);
        }
    }

    private static void Take(IReadOnlyList<AggregateGroup> groups, Question question, CancellationToken cancellationToken)
    {
        var (columns, cells) = (question.Columns, question.Cells);
        var places = Array.ConvertAll(columns, column => question.Request.Windows.Select(column.PlaceOf).ToArray());
        for (var i = 0; i < groups.Count; i++)
        {
            cancellationToken.CheckAt(i);
            var group = groups[i];
            var cell = cells.At(group.Members);
            for (var metric = 0; metric < columns.Length; metric++)
            {
                var of = columns[metric].Metric;
                columns[metric].Add(cell, places[metric][group.Window], group.Values[metric].WithUnit(of.Unit!).CausedBy(of.Id));
            }
        }
    }

    // What the pieces of a window do not say to the last digit is asked for once more, by windows as they are.
    private List<Question> Again(MetricPlan plan, MetricView view, MetricCells cells)
    {
        var questions = new List<Question>();
        foreach (var ofTable in plan.Windows.Where(entry => cells[entry.Key].IsInexact).GroupBy(entry => entry.Key.Table.Name, StringComparer.Ordinal))
        {
            var inexact = ofTable.ToDictionary(entry => entry.Key, entry => entry.Value.Where(cells[entry.Key].IsInexactFor).ToList());
            questions.AddRange(Questions(view, cells, [], inexact));
        }

        return questions;
    }

    private List<Question> Questions(MetricView view, MetricCells cells, ImmutableArray<Interval> pieces, Dictionary<Metric, List<Interval>> asTheyAre)
    {
        foreach (var (metric, windows) in asTheyAre)
        {
            windows.ForEach(cells[metric].AsIs);
        }

        return Requests(asTheyAre, pieces).ConvertAll(asked =>
        {
            var columns = asked.Metrics.Select(metric => cells[metric]).ToArray();
            var aggregates = asked.Metrics.Select(metric => metric.Aggregate);
            return new Question(new(columns[0].Table.Schema, [.. aggregates], asked.Windows, view.Dimensions, view.Filter, asOf), columns, cells);
        });
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

    // A request, and where its answer goes.
    private sealed record Question(AggregateRequest Request, MetricColumn[] Columns, MetricCells Cells);
}

using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// Stands before an engine that reads facts but lacks some aggregates, or cannot derive dimensions: that is done here, in memory, from the
// facts it reads.
internal sealed class FactFallback : IMetricSource, IDecoratedSource
{
    private readonly IMetricSource _engine;
    private readonly IReadOnlyList<TableDescription> _tables;

    private FactFallback(IMetricSource engine, IReadOnlyList<TableDescription> tables)
    {
        _engine = engine;
        _tables = tables;
        Capabilities = new()
        {
            RanksMembers = engine.Capabilities.RanksMembers,
            MembersAreCheap = engine.Capabilities.MembersAreCheap,
            ReadsFacts = true,
            DerivesDimensions = true,
        };
    }

    public ReportingCalendar Calendar => _engine.Calendar;

    public SourceCapabilities Capabilities { get; }

    public IMetricSource Decorated => _engine;

    // The engine itself if it lacks nothing, or cannot read facts. The tables are those that it will be asked about.
    public static IMetricSource Over(IMetricSource engine, IReadOnlyList<TableDescription> tables)
    {
        var lacksNothing = engine.Capabilities is { DerivesDimensions: true, AnswersAll: true };
        if (lacksNothing || !engine.Capabilities.ReadsFacts)
        {
            return engine;
        }

        return new FactFallback(engine, tables);
    }

    public ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
        IReadOnlyList<string> tables, CancellationToken cancellationToken = default) => _engine.DescribeAsync(tables, cancellationToken);

    public IAsyncEnumerable<FactBatch> ReadAsync(FactRequest request, CancellationToken cancellationToken = default) =>
        _engine.ReadAsync(request, cancellationToken);

    public async ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default)
    {
        var lacking = requests.ToLookup(Lacks);
        AggregateRequest[] own = [.. lacking[false]];
        var answers = new Dictionary<AggregateRequest, AggregateAnswer>(requests.Count, ReferenceEqualityComparer.Instance);
        if (own.Length > 0)
        {
            Take(own, await _engine.AggregateAsync(own, cancellationToken).ConfigureAwait(false));
        }

        foreach (var ofTable in lacking[true].GroupBy(request => request.Table.Name, StringComparer.Ordinal))
        {
            AggregateRequest[] asked = [.. ofTable];
            var tables = await TablesOfAsync(asked, cancellationToken).ConfigureAwait(false);
            var memory = new InMemorySource(Calendar, tables);
            Take(asked, await memory.AggregateAsync(asked, cancellationToken).ConfigureAwait(false));
        }

        return [.. requests.Select(request => answers[request])];

        void Take(AggregateRequest[] asked, IReadOnlyList<AggregateAnswer> answered)
        {
            for (var i = 0; i < asked.Length; i++)
            {
                answers.Add(asked[i], answered[i]);
            }
        }
    }

    private bool Lacks(AggregateRequest request) =>
        request.Aggregates.Any(aggregate => !_engine.Capabilities.Aggregates.Contains(aggregate.Kind))
        || (!_engine.Capabilities.DerivesDimensions && DerivedDimensions.AreIn(request));

    // The facts of the table that the requests are about, and those of the conversions they count. A conversion is credited to the latest
    // of all base events, so all of them are read then; of a balance, all facts of the time that the requests look at, since it counts
    // where the latest is; otherwise only what the requests look at.
    private async ValueTask<FactTable[]> TablesOfAsync(AggregateRequest[] requests, CancellationToken cancellationToken)
    {
        var table = requests[0].Table;
        var asOf = requests.Max(request => request.AsOf);
        List<TableSchema> converting =
        [
            .. requests.SelectMany(request => request.Aggregates)
                .OfType<Aggregate.OfConversions>()
                .Select(aggregate => aggregate.Match.Table)
                .DistinctBy(events => events.Name),
        ];
        var readsAll = converting.Count > 0;
        var hasBalances = requests.Any(request => request.Aggregates.Any(aggregate => aggregate is Aggregate.Balance));
        var filter = readsAll || hasBalances ? null : SharedFilter(requests);
        var time = readsAll ? null : SharedTime(requests);
        var tables = new List<FactTable> { await LoadAsync(table, asOf, filter, time, cancellationToken).ConfigureAwait(false) };
        foreach (var events in converting.Where(events => events.Name != table.Name))
        {
            tables.Add(await LoadAsync(events, asOf, filter: null, time: null, cancellationToken).ConfigureAwait(false));
        }

        return [.. tables];
    }

    // Null where the engine cannot apply it.
    private Filter? SharedFilter(AggregateRequest[] requests)
    {
        var filter = requests[0].Filter;
        var canBeRead = _engine.Capabilities.DerivesDimensions || DerivedDimensions.In(filter).Count == 0;
        if (canBeRead && Array.TrueForAll(requests, request => Equals(request.Filter, filter)))
        {
            return filter;
        }

        return null;
    }

    // One window from the first cut of all requests to the last.
    private static TimeCuts SharedTime(AggregateRequest[] requests)
    {
        if (requests[0].Time.Kind == FactTime.Date)
        {
            var dates = requests.SelectMany(request => request.Time.Dates).ToList();
            return TimeCuts.OfDates([dates.Min(), dates.Max()], [new(0, 1)]);
        }

        var instants = requests.SelectMany(request => request.Time.Instants).ToList();
        return TimeCuts.OfInstants([instants.Min(), instants.Max()], [new(0, 1)]);
    }

    private async ValueTask<FactTable> LoadAsync(
        TableSchema table, Instant asOf, Filter? filter, TimeCuts? time, CancellationToken cancellationToken)
    {
        var request = new FactRequest(table, asOf)
        {
            Dimensions = [.. table.DimensionNames],
            Columns = [.. table.Columns.Select(column => column.Name)],
            Filter = filter,
            Time = time,
        };
        var loader = LoaderOf(table);
        if (_tables.FirstOrDefault(described => described.Schema.Name == table.Name) is { Coverage: { } coverage } described)
        {
            loader.Cover(Calendar.DateOf(coverage.Start), LastDay(coverage).PlusDays(1), described.Gaps.Select(Days));
        }

        loader.Begin();
        await foreach (var batch in _engine.ReadAsync(request, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            for (var row = 0; row < batch.Count; row++)
            {
                loader.Add((batch, row));
            }
        }

        return loader.Finish();
    }

    private DateInterval Days(Interval gap) => new(Calendar.DateOf(gap.Start), LastDay(gap));

    private LocalDate LastDay(Interval time) => Calendar.DateOf(time.End - Duration.Epsilon);

    // Facts come in their order, so rows keep it without the column that states it.
    private static FactLoader<(FactBatch Batch, int Row)> LoaderOf(TableSchema table)
    {
        var loader = new FactLoader<(FactBatch Batch, int Row)>(table.Name);
        loader.Time(table.Time);
        if (table.Time == FactTime.Date)
        {
            loader.Read("time", (fact, slot) => loader.TimeColumn.Stage(slot, fact.Batch.Dates[fact.Row]));
        }
        else
        {
            loader.Read("time", (fact, slot) => loader.TimeColumn.Stage(slot, fact.Batch.Instants[fact.Row]));
        }

        for (var i = 0; i < table.Dimensions.Count; i++)
        {
            var (place, column) = (i, loader.Dimension(table.Dimensions[i]));
            loader.Read(column.Name, (fact, slot) => column.Stage(slot, fact.Batch.Members[place][fact.Row]));
        }

        for (var i = 0; i < table.Columns.Count; i++)
        {
            var (place, column) = (i, loader.Value(table.Columns[i], takesAny: true));
            loader.Read(column.Name, (fact, slot) => fact.Batch.Values[place][fact.Row] is { } value
                ? column.Stage(slot, value)
                : column.StageNull(slot));
        }

        return loader;
    }
}

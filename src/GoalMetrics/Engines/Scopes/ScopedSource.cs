using System.Collections.Frozen;
using GoalMetrics.Sources;

namespace GoalMetrics;

// Stands before an engine, and hands on no fact that its filter does not let through. It keeps the engine to itself.
internal sealed class ScopedSource(IMetricSource engine, Filter within, FrozenSet<string> except) : IMetricSource, IDecoratedSource
{
    public ReportingCalendar Calendar => engine.Calendar;

    public SourceCapabilities Capabilities => engine.Capabilities;

    IMetricSource IDecoratedSource.Decorated => engine;

    public IMetricSource Snapshot()
    {
        var snapshot = engine.Snapshot();
        if (ReferenceEquals(snapshot, engine))
        {
            return this;
        }

        return snapshot.Within(within, except);
    }

    // An engine states what its tables cover, which holds for everyone. Its earliest and latest facts may be someone else's.
    public async ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
        IReadOnlyList<string> tables, CancellationToken cancellationToken = default)
    {
        var described = await engine.DescribeAsync(tables, cancellationToken).ConfigureAwait(false);
        return [.. described.Select(Seen)];
    }

    public ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return engine.AggregateAsync(
            [.. requests.Select(request => request.Within(FilterOf(request.Table), match => FilterOf(match.Table)))], cancellationToken);
    }

    public IAsyncEnumerable<FactBatch> ReadAsync(FactRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return engine.ReadAsync(request.Within(FilterOf(request.Table)), cancellationToken);
    }

    private TableDescription Seen(TableDescription table)
    {
        if (FilterOf(table.Schema) is not { } filter)
        {
            return table;
        }

        filter.CheckFits(table.Schema);
        return table.SeenAs(table.Schema.SeenWithin(filter)).WithUnknownFacts();
    }

    // Null for a table that is seen whole.
    private Filter? FilterOf(TableSchema table)
    {
        if (except.Contains(table.Name))
        {
            return null;
        }

        return within;
    }
}

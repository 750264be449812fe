using GoalMetrics.Sources;

namespace GoalMetrics;

/// <summary>
/// The one seam to data: an engine that aggregates facts. Formulas, comparisons and judgements are computed from its small answers, so
/// every engine gives the same numbers.
/// </summary>
/// <remarks>
/// Implementations are safe to call from several threads. A query is planned as a whole: it calls a source once, and again only where an
/// answer decides what to ask next, as the largest members do, and names in filters that no fact has. Aggregates that add up
/// (<see cref="Aggregate.AddsUp"/>) are requested between neighbouring cuts and added by the caller, unless the table keeps totals of
/// periods (<see cref="TableDescription.KeptGrain"/>); all others are requested by window.
/// </remarks>
public interface IMetricSource
{
    /// <summary>The calendar that places facts in days and periods.</summary>
    ReportingCalendar Calendar { get; }

    /// <summary>What the engine supports. Defaults to <see cref="SourceCapabilities.Default"/>.</summary>
    SourceCapabilities Capabilities => SourceCapabilities.Default;

    /// <summary>
    /// The source as one question sees it. A question takes several calls, which must agree: each table stays as it was at one moment, no
    /// later than the first call about it. Defaults to the source itself, which is right where facts are not added between calls. A source
    /// that passes calls on to another returns one that passes them on to the other's snapshot.
    /// </summary>
    IMetricSource Snapshot() => this;

    /// <summary>Describes tables.</summary>
    /// <param name="tables">Their names, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A description of each table, in their order.</returns>
    /// <exception cref="ArgumentException">No table has one of the names; the message suggests the nearest.</exception>
    ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken = default);

    /// <summary>Aggregates facts.</summary>
    /// <param name="requests">What to aggregate.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>An answer for each request, in their order.</returns>
    ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default);

    /// <summary>Reads facts one by one, in batches. Only for a source with <see cref="SourceCapabilities.ReadsFacts"/>.</summary>
    /// <param name="request">Which facts, in which order.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="NotSupportedException">The source does not read facts, or not those of this table.</exception>
    IAsyncEnumerable<FactBatch> ReadAsync(FactRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(
            $"{GetType().Name} answers with aggregates only, and does not read the facts of table '{request?.Table}'.");
}

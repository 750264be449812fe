using GoalMetrics.Sources;

namespace GoalMetrics;

/// <summary>
/// The one seam to data: an engine that aggregates. Formulas, comparisons and judgements are computed on its small answers, so
/// every engine gives the same numbers.
/// </summary>
/// <remarks>
/// Implementations are safe to call from several threads. A question is planned as a whole and asks a source once, twice where an answer
/// decides what to ask next. What adds up (<see cref="Aggregate.AddsUp"/>) is asked for between neighbouring cuts and added by the caller,
/// unless the table keeps totals of periods (<see cref="TableDescription.KeptGrain"/>); everything else is asked for by window.
/// </remarks>
public interface IMetricSource
{
    /// <summary>The calendar that places facts in days and periods.</summary>
    ReportingCalendar Calendar { get; }

    /// <summary>What the engine can do. Defaults to <see cref="SourceCapabilities.Default"/>.</summary>
    SourceCapabilities Capabilities => SourceCapabilities.Default;

    /// <summary>Describes tables.</summary>
    /// <param name="tables">Their names, each once.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A description of each table, in their order.</returns>
    /// <exception cref="ArgumentException">There is no table of a name; the message names the nearest.</exception>
    ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken = default);

    /// <summary>Aggregates facts.</summary>
    /// <param name="requests">What is wanted.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>An answer for each request, in their order.</returns>
    ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default);

    /// <summary>Reads facts one by one, in batches. Only for a source with <see cref="SourceCapabilities.ReadsFacts"/>.</summary>
    /// <param name="request">Which facts, in which order.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NotSupportedException">The source does not read facts, or not those of this table.</exception>
    IAsyncEnumerable<FactBatch> ReadAsync(FactRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{GetType().Name} answers with aggregates only, and does not read the facts of table '{request?.Table}'.");
}

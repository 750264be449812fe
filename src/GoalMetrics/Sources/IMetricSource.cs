namespace GoalMetrics;

/// <summary>
/// The one seam to data: an engine that aggregates. Formulas, comparisons and judgements are computed on its small answers, so
/// every engine gives the same numbers.
/// </summary>
/// <remarks>
/// Implementations are safe to call from several threads. Sums over a window may be asked for in parts and added up,
/// unless the table keeps totals of periods (<see cref="TableDescription.KeptGrain"/>). Those of <see cref="InMemorySource"/> add up to the last
/// digit, also through a source that hands its groups on unchanged. A sum that your own source rounds to fit a decimal is added as rounded, and
/// one that overflows makes the whole an overflow.
/// </remarks>
public interface IMetricSource
{
    /// <summary>The calendar that places facts in days and periods.</summary>
    ReportingCalendar Calendar { get; }

    /// <summary>Describes a table.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">There is no such table; the message names the nearest.</exception>
    ValueTask<TableDescription> DescribeAsync(string table, CancellationToken cancellationToken = default);

    /// <summary>Aggregates facts. Groups without facts are left out.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask<IReadOnlyList<AggregateGroup>> AggregateAsync(AggregateRequest request, CancellationToken cancellationToken = default);

    /// <summary>Aggregates facts for several requests: a query asks for all it needs at once. An engine that can answer some of them together overrides this.</summary>
    /// <param name="requests">What is wanted.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>An answer for each request, in their order.</returns>
    async ValueTask<IReadOnlyList<IReadOnlyList<AggregateGroup>>> AggregateAllAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var answers = new List<IReadOnlyList<AggregateGroup>>(requests.Count);
        foreach (var request in requests)
        {
            answers.Add(await AggregateAsync(request, cancellationToken).ConfigureAwait(false));
        }

        return answers;
    }
}

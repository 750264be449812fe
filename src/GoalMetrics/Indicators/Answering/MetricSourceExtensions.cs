namespace GoalMetrics;

/// <summary>Methods that put queries to a source.</summary>
public static class MetricSourceExtensions
{
    /// <summary>Answers a query from the source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <exception cref="ArgumentException">The source lacks a table or dimension, or the period is of another calendar.</exception>
    /// <exception cref="NotAdditiveException">A measure would have to be added up that must not be.</exception>
    public static ValueTask<MetricTable> QueryAsync(this IMetricSource source, Query query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(query);
        return new QueryRunner(query, source).RunAsync(cancellationToken);
    }

    /// <summary>
    /// Looks for members that the filters of a query name but no fact has, which are most likely misspelt. Where the source can list
    /// members cheaply, every query does this by itself and reports it in <see cref="MetricTable.Findings"/>.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>A finding for each unknown member, with the nearest known ones; empty if all occur.</returns>
    /// <exception cref="ArgumentException">The source lacks a table or dimension, or the period is of another calendar.</exception>
    public static ValueTask<IReadOnlyList<Finding>> CheckMembersAsync(
        this IMetricSource source, Query query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(query);
        return new QueryRunner(query, source).CheckMembersAsync(cancellationToken);
    }

    /// <summary>Answers a query from facts in memory, synchronously.</summary>
    /// <inheritdoc cref="QueryAsync"/>
    public static MetricTable Query(this InMemorySource source, Query query, CancellationToken cancellationToken = default) =>
        source.QueryAsync(query, cancellationToken).Result();
}

namespace GoalMetrics;

/// <summary>Asking a source.</summary>
public static class MetricSourceExtensions
{
    /// <summary>Answers a query.</summary>
    /// <param name="source">The source.</param>
    /// <param name="query">The question.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">A table or dimension is not there, or a period is of another calendar.</exception>
    /// <exception cref="NotAdditiveException">A measure would have to be added that must not be.</exception>
    public static ValueTask<MetricTable> QueryAsync(this IMetricSource source, Query query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(query);
        return new QueryRunner(query, source).RunAsync(cancellationToken);
    }

    /// <summary>Answers a query from memory, at once.</summary>
    /// <inheritdoc cref="QueryAsync"/>
    public static MetricTable Query(this InMemorySource source, Query query, CancellationToken cancellationToken = default) =>
        source.QueryAsync(query, cancellationToken).Result();
}

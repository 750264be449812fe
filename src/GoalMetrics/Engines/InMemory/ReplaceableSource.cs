using GoalMetrics.Sources;

namespace GoalMetrics;

/// <summary>
/// A source whose facts are replaced as a whole: loaded anew at intervals, and swapped in while questions run. Safe to use from several
/// threads.
/// </summary>
/// <remarks>
/// A question – a query, a goal, a scorecard, a SMART validation – sees the facts that were there when it began, or the new ones, and never
/// some of each. The facts before are free to be collected once the last answer about them is.
/// </remarks>
public sealed class ReplaceableSource : IMetricSource
{
    private IMetricSource _current;

    /// <summary>A source that starts with these facts.</summary>
    /// <param name="first">The facts until they are replaced.</param>
    public ReplaceableSource(IMetricSource first)
    {
        ArgumentNullException.ThrowIfNull(first);
        _current = first;
    }

    /// <inheritdoc/>
    public ReportingCalendar Calendar => Current.Calendar;

    /// <inheritdoc/>
    public SourceCapabilities Capabilities => Current.Capabilities;

    private IMetricSource Current => Volatile.Read(ref _current);

    /// <summary>Replaces the facts. Questions that begin after this call see the new ones.</summary>
    /// <param name="next">The new facts, by the same calendar.</param>
    /// <exception cref="ArgumentException">The new source has another calendar.</exception>
    public void Replace(IMetricSource next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.Calendar != Calendar)
        {
            throw new ArgumentException(
                $"The facts are placed by the calendar {Calendar}; the new source has {next.Calendar}. Give both the same.", nameof(next));
        }

        Volatile.Write(ref _current, next);
    }

    /// <inheritdoc/>
    public IMetricSource Snapshot() => Current.Snapshot();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
        IReadOnlyList<string> tables, CancellationToken cancellationToken = default)
    {
        Copies.Check(tables, nameof(tables));
        return Current.DescribeAsync(tables, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default)
    {
        Copies.Check(requests, nameof(requests));
        return Current.AggregateAsync(requests, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<FactBatch> ReadAsync(FactRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Current.ReadAsync(request, cancellationToken);
    }
}

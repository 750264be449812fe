using System.Collections.Concurrent;
using GoalMetrics.Sources;

namespace GoalMetrics.Tests;

// Hands on what another source answers, counts the calls, and may wait before each or change the answers.
internal sealed class ProbedSource(IMetricSource inner) : IMetricSource
{
    private int _describeCount;
    private int _aggregateCount;
    private int _requestCount;

    public int DescribeCount => _describeCount;

    public int AggregateCount => _aggregateCount;

    public int RequestCount => _requestCount;

    /// <summary>The tokens it was handed, a call each.</summary>
    public ConcurrentQueue<CancellationToken> Tokens { get; } = [];

    public Func<Task> Before { get; init; } = () => Task.CompletedTask;

    public Action<AggregateRequest> Request { get; init; } = _ => { };

    public Func<AggregateValue, AggregateValue> Change { get; init; } = value => value;

    public Func<TableDescription, TableDescription> Describe { get; init; } = table => table;

    public ReportingCalendar Calendar => inner.Calendar;

    public SourceCapabilities Capabilities { get; init; } = inner.Capabilities;

    public async ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
        IReadOnlyList<string> tables, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _describeCount);
        Tokens.Enqueue(cancellationToken);
        await Before().ConfigureAwait(false);
        return [.. (await inner.DescribeAsync(tables, cancellationToken).ConfigureAwait(false)).Select(Describe)];
    }

    public async ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default)
    {
        requests.Should().NotBeEmpty();
        Array.ForEach([.. requests], Request);
        Interlocked.Increment(ref _aggregateCount);
        Interlocked.Add(ref _requestCount, requests.Count);
        Tokens.Enqueue(cancellationToken);
        await Before().ConfigureAwait(false);
        var answers = await inner.AggregateAsync(requests, cancellationToken).ConfigureAwait(false);
        return [.. answers.Select(answer => new AggregateAnswer(answer.Groupings.Select(Changed)))];
    }

    public IAsyncEnumerable<FactBatch> ReadAsync(FactRequest request, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(request, cancellationToken);

    private AggregateRows Changed(AggregateRows rows)
    {
        var changed = new AggregateRows(rows.DimensionCount, rows.AggregateCount, rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            changed.Add(rows.WindowOf(row), rows.MembersOf(row), rows.ValuesOf(row).ToArray().Select(Change).ToArray());
        }

        return changed;
    }
}

using System.Runtime.CompilerServices;
using GoalMetrics.Sources;

namespace GoalMetrics;

// Stands before the source of a question while something listens: an activity for each call, how long it took, and how many rows came.
internal sealed class ObservedSource : IMetricSource, IDecoratedSource
{
    private readonly IMetricSource _source;

    private ObservedSource(IMetricSource source) => _source = source;

    public ReportingCalendar Calendar => _source.Calendar;

    public SourceCapabilities Capabilities => _source.Capabilities;

    public IMetricSource Decorated => _source;

    // The source itself while nothing listens.
    public static IMetricSource Over(IMetricSource source)
    {
        if (Telemetry.IsHeard)
        {
            return new ObservedSource(source);
        }

        return source;
    }

    public async ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
        IReadOnlyList<string> tables, CancellationToken cancellationToken = default)
    {
        using var call = new SourceCall("describe", _source, tables);
        try
        {
            return await _source.DescribeAsync(tables, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed)
        {
            call.Fail(failed);
            throw;
        }
    }

    public async ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default)
    {
        using var call = new SourceCall("aggregate", _source, [.. requests.Select(request => request.Table.Name)]);
        try
        {
            var answers = await _source.AggregateAsync(requests, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < requests.Count; i++)
            {
                call.Add(requests[i].Table.Name, answers[i].Groupings.Sum(rows => (long)rows.Count));
            }

            return answers;
        }
        catch (Exception failed)
        {
            call.Fail(failed);
            throw;
        }
    }

    public async IAsyncEnumerable<FactBatch> ReadAsync(
        FactRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var call = new SourceCall("read", _source, [request.Table.Name]);
        var batches = _source.ReadAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var ending = batches.ConfigureAwait(false);
        var facts = 0L;
        try
        {
            while (await NextAsync().ConfigureAwait(false))
            {
                facts += batches.Current.Count;
                yield return batches.Current;
            }
        }
        finally
        {
            call.Add(request.Table.Name, facts);
        }

        async ValueTask<bool> NextAsync()
        {
            try
            {
                return await batches.MoveNextAsync().ConfigureAwait(false);
            }
            catch (Exception failed)
            {
                call.Fail(failed);
                throw;
            }
        }
    }
}

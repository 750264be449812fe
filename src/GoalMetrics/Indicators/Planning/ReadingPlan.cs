using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// Everything a question needs from a source, collected before any of it is read: one call to the source answers the whole plan.
internal sealed class ReadingPlan(SourceTables tables, Instant asOf)
{
    private readonly List<ReadingPart> _parts = [];

    public SourceTables Tables => tables;

    public Instant AsOf { get; } = asOf;

    // Whether facts may lack the value of a metric because it is not known. An engine that does not count cannot tell.
    public bool MayLack(Metric metric) => metric.ValueColumn is { } column
        && tables.Of(metric.Table).MayLack(column)
        && tables.Source.Capabilities.Answers(AggregateKind.Count);

    // What the question as a whole is missing.
    public ValuelessFacts Valueless { get; } = new();

    // Until when anything at all is known. A question that states no moment is asked when all is: the end of its range is none.
    public Instant KnownUntil { get; init; } = asOf;

    // The part that is read with this filter and by these sets of dimensions.
    public ReadingPart Part(
        Filter? filter, IReadOnlyList<IReadOnlyList<string>> groupings, IReadOnlyList<DerivedDimension>? derived = null)
    {
        derived ??= [];
        foreach (var part in _parts)
        {
            if (part.IsAbout(filter, groupings, derived))
            {
                return part;
            }
        }

        var added = new ReadingPart(this, filter, groupings, derived);
        _parts.Add(added);
        return added;
    }

    // The part that is read over all members.
    public ReadingPart Total(Filter? filter = null) => Part(filter, [[]]);

    public ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        Valueless.Plan();
        var requests = new List<AggregateRequest>();
        var ends = new List<int>(_parts.Count);
        foreach (var part in _parts)
        {
            part.AddRequests(requests);
            ends.Add(requests.Count);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var answering = requests.Count == 0 ? new([]) : tables.Source.AggregateAsync(requests, cancellationToken);

        // A source in memory has answered when it returns.
        if (!answering.IsCompletedSuccessfully)
        {
            return TakeAsync(answering, requests, ends, cancellationToken);
        }

        Take(answering.Result, requests, ends, cancellationToken);
        return default;
    }

    private async ValueTask TakeAsync(
        ValueTask<IReadOnlyList<AggregateAnswer>> answering,
        List<AggregateRequest> requests,
        List<int> ends,
        CancellationToken cancellationToken) =>
        Take(await answering.ConfigureAwait(false), requests, ends, cancellationToken);

    // The answers to the requests of each part, which end where those of the next begin.
    private void Take(
        IReadOnlyList<AggregateAnswer> answers, List<AggregateRequest> requests, List<int> ends, CancellationToken cancellationToken)
    {
        AnswerRules.Check(tables.Source, requests, answers);
        var start = 0;
        for (var i = 0; i < _parts.Count; i++)
        {
            _parts[i].Take(answers, start, ends[i], cancellationToken);
            start = ends[i];
        }
    }
}

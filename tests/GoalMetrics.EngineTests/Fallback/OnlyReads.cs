using EngineTests.Contract;
using EngineTests.Contract.Generating;
using EngineTests.Contract.Reference;

namespace EngineTests.Fallback;

// An engine that reads all facts there are, also in the gaps that it states, and answers few aggregates or none: the rest is up to the
// library.
internal sealed class OnlyReads(EngineCase test, IReadOnlySet<AggregateKind> answered) : IMetricSource
{
    private readonly ReferenceEngine _answers = new(test.Calendar, test.Tables);
    private readonly ReferenceEngine _facts = new(test.Calendar, [.. test.Tables.Select(WithoutGaps)]);

    public ReportingCalendar Calendar => test.Calendar;

    public SourceCapabilities Capabilities { get; } = new() { Aggregates = answered, ReadsFacts = true };

    public ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
        IReadOnlyList<string> tables, CancellationToken cancellationToken = default) => _answers.DescribeAsync(tables, cancellationToken);

    public ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
        IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default)
    {
        requests.SelectMany(request => request.Aggregates).Select(aggregate => aggregate.Kind).Should().BeSubsetOf(answered);
        return _answers.AggregateAsync(requests, cancellationToken);
    }

    public IAsyncEnumerable<FactBatch> ReadAsync(FactRequest request, CancellationToken cancellationToken = default)
    {
        Derived.In(request.Filter).Should().BeEmpty("it does not derive dimensions");
        return _facts.ReadAsync(request, cancellationToken);
    }

    private static FactSet WithoutGaps(FactSet table) => new(table.Schema, table.Facts)
    {
        CoveredFrom = table.CoveredFrom,
        CoveredUntil = table.CoveredUntil,
    };
}

using EngineTests.Contract.Generating;
using EngineTests.Contract.Reference;
using NodaTime;

namespace EngineTests.Contract;

/// <summary>
/// What every engine must do. The author of an engine derives a class from this one, says how tables are loaded into it, and runs the
/// tests.
/// </summary>
public abstract class EngineContract
{
    /// <summary>The engine.</summary>
    protected abstract IEngineUnderTest Engine { get; }

    [Fact]
    public void Aggregate_AnyRequests_AnswersAsTheReferenceEngine()
    {
        var asked = 0;
        Seeded.Check(Generated.Aggregations, test => With(test, async source => asked += await CheckAnswersAsync(test, source)));
        asked.Should().BeGreaterThan(Seeded.Cases / 20, "about what an engine is hardly asked, it is never found to be wrong");
    }

    [Fact]
    public void Read_AnyRequest_GivesTheFactsOfTheReferenceEngine() => Seeded.Check(Generated.Readings, test => With(test, async source =>
    {
        FactRequest[] requests = [.. test.Readings.Where(reading => IsRead(reading, source.Capabilities))];
        var found = await source.ReadAsync(test.Asking, requests);
        for (var i = 0; i < requests.Length; i++)
        {
            var expected = await ReadFacts.OfAsync(Reference(test), requests[i]);
            foreach (var facts in found[i])
            {
                facts.Should().Equal(expected, "the facts of {0} come in this order", Described.Reading(requests[i]));
            }
        }
    }));

    [Fact]
    public void Describe_AnyTables_SaysSchemaCoverageAndLatestFact() => Seeded.Check(Generated.Readings, test => With(test, async source =>
    {
        string[] names = [.. test.Tables.Select(table => table.Schema.Name).Reverse()];
        var found = await source.DescribeAsync(names);
        var expected = await Reference(test).DescribeAsync(names);
        DescriptionComparison.Check(test, expected, found, Engine.KnowsLatestFact);
    }));

    [Fact]
    public void Describe_UnknownTable_NamesIt() => With(Empty, async source =>
    {
        var describing = async () => await source.DescribeAsync(["evnets"]);
        (await describing.Should().ThrowAsync<ArgumentException>()).WithMessage("*evnets*events*");
    });

    [Fact]
    public void Aggregate_AlreadyCancelled_IsCancelled() => With(Empty, async source =>
    {
        var time = TimeCuts.OfInstants([Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 2, 1, 0, 0)], [new(0, 1)]);
        var request = new AggregateRequest(Empty.Tables[0].Schema, [new Aggregate.Count()], time, time.Instants[1]);
        var asking = async () => await source.AggregateAsync([request], new(canceled: true));
        await asking.Should().ThrowAsync<OperationCanceledException>();
    });

    [Fact]
    public void Read_AlreadyCancelled_IsCancelled() => With(OneFact, async source =>
    {
        var request = new FactRequest(Empty.Tables[0].Schema, Instant.FromUtc(2026, 2, 1, 0, 0));
        var reading = async () => await source.ReadAsync(request, new(canceled: true)).GetAsyncEnumerator().MoveNextAsync();
        if (source.Capabilities.ReadsFacts && Engine.KeepsFacts)
        {
            await reading.Should().ThrowAsync<OperationCanceledException>();
        }
    });

    [Fact]
    public void Aggregate_NoRequests_AnswersNone() => With(OneFact, async source =>
        (await source.AggregateAsync([])).Should().BeEmpty());

    [Fact]
    public void Aggregate_NoWindows_HasNoGroups() => With(OneFact, async source =>
    {
        var time = TimeCuts.OfInstants([Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 2, 1, 0, 0)], []);
        var answers = await source.AggregateAsync([new(OneFact.Tables[0].Schema, [new Aggregate.Count()], time, time.Instants[1])]);
        answers.Should().ContainSingle().Which.Groupings.Should().ContainSingle().Which.Count.Should().Be(0);
    });

    [Fact]
    public void Aggregate_NoGroupings_HasNoRows() => With(OneFact, async source =>
    {
        var time = TimeCuts.OfInstants([Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 2, 1, 0, 0)], [new(0, 1)]);
        var request = new AggregateRequest(OneFact.Tables[0].Schema, [new Aggregate.Count()], time, time.Instants[1]) { Groupings = [] };
        (await source.AggregateAsync([request])).Should().ContainSingle().Which.Groupings.Should().BeEmpty();
    });

    // How many requests the engine was asked.
    private async Task<int> CheckAnswersAsync(EngineCase test, IMetricSource source)
    {
        var requests = Asked(test, source.Capabilities);
        if (requests.Count == 0)
        {
            return 0;
        }

        var answers = await source.AskAsync(test.Asking, requests);
        var expected = await Reference(test).AggregateAsync(requests);
        for (var i = 0; i < requests.Count; i++)
        {
            foreach (var answer in answers[i])
            {
                AnswerComparison.Check(requests[i], expected[i], answer);
            }
        }

        return requests.Count;
    }

    private static EngineCase Empty { get; } =
        new(ReportingCalendar.Iso("UTC"), [new(TableSchema.Named("events", FactTime.Instant), [])]);

    private static EngineCase OneFact { get; } = new(
        ReportingCalendar.Iso("UTC"),
        [new(TableSchema.Named("events", FactTime.Instant), [new(0, Instant.FromUtc(2026, 1, 15, 0, 0), default, [], [])])]);

    private static ReferenceEngine Reference(EngineCase test) => new(test.Calendar, test.Tables);

    private void With(EngineCase test, Func<IMetricSource, Task> law)
    {
        var source = Engine.Load(test);
        try
        {
            law(source).GetAwaiter().GetResult();
        }
        finally
        {
            (source as IDisposable)?.Dispose();
        }
    }

    // What the engine is asked of a case.
    private List<AggregateRequest> Asked(EngineCase test, SourceCapabilities capabilities) =>
    [
        .. test.Requests.Select(request => Within(capabilities, request)).OfType<AggregateRequest>()
            .Where(request => Engine.IsAsked(test, request)),
    ];

    private bool IsRead(FactRequest request, SourceCapabilities capabilities) => capabilities.ReadsFacts && Engine.KeepsFacts
        && (capabilities.DerivesDimensions || Derived.In(request.Filter).Count == 0);

    // What the source can answer of the request; null where that is nothing.
    private AggregateRequest? Within(SourceCapabilities capabilities, AggregateRequest request)
    {
        List<Aggregate> answered =
        [
            .. request.Aggregates.Where(aggregate => capabilities.Aggregates.Contains(aggregate.Kind) && Engine.IsAsked(aggregate)),
        ];
        if (answered.Count == 0 || (!capabilities.DerivesDimensions && Derived.AreIn(request)))
        {
            return null;
        }

        var isRanked = capabilities.RanksMembers && request.Ranking is not null && answered.Count == request.Aggregates.Count;
        return new(request.Table, answered, request.Time, request.AsOf)
        {
            Filter = request.Filter,
            Groupings = request.Groupings,
            Derived = request.Derived,
            Ranking = isRanked ? request.Ranking : null,
        };
    }
}

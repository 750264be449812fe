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
    public void Aggregate_AnyRequests_AnswersAsTheReferenceEngine() =>
        Seeded.Check(Generated.Aggregations, test => With(test, async source =>
    {
        AggregateRequest[] requests = [.. test.Requests.Select(request => Within(source.Capabilities, request)).OfType<AggregateRequest>()
            .Where(request => Engine.IsAsked(test, request))];
        if (requests.Length == 0)
        {
            return;
        }

        var answers = await source.AggregateAsync(requests);
        var expected = await Reference(test).AggregateAsync(requests);
        answers.Should().HaveSameCount(requests);
        for (var i = 0; i < requests.Length; i++)
        {
            AnswerComparison.Check(requests[i], expected[i], answers[i]);
        }
    }));

    [Fact]
    public void Read_AnyRequest_GivesTheFactsOfTheReferenceEngine() => Seeded.Check(Generated.Readings, test => With(test, async source =>
    {
        foreach (var request in source.Capabilities.ReadsFacts && Engine.KeepsFacts ? test.Readings : [])
        {
            var found = await FactsOf(source, request);
            var expected = await FactsOf(Reference(test), request);
            found.Should().Equal(expected, "the facts of {0} come in this order", Described.Reading(request));
        }
    }));

    [Fact]
    public void Describe_AnyTables_SaysSchemaCoverageAndLatestFact() => Seeded.Check(Generated.Readings, test => With(test, async source =>
    {
        string[] names = [.. test.Tables.Select(table => table.Schema.Name).Reverse()];
        var found = await source.DescribeAsync(names);
        var expected = await Reference(test).DescribeAsync(names);
        found.Select(Summary).Should().Equal(expected.Select(Summary));
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

    private static EngineCase Empty { get; } =
        new(ReportingCalendar.Iso("UTC"), [new(TableSchema.Named("events", FactTime.Instant), [])]);

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

    // What the source can answer of the request; null where that is nothing.
    private AggregateRequest? Within(SourceCapabilities capabilities, AggregateRequest request)
    {
        List<Aggregate> answered =
        [
            .. request.Aggregates.Where(aggregate => capabilities.Aggregates.Contains(aggregate.Kind) && Engine.IsAsked(aggregate)),
        ];
        if (answered.Count == 0 || (!capabilities.DerivesDimensions && Generated.DerivesDimensions(request)))
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

    private static async Task<List<string>> FactsOf(IMetricSource source, FactRequest request)
    {
        List<string> facts = [];
        await foreach (var batch in source.ReadAsync(request))
        {
            batch.Members.Should().HaveSameCount(request.Dimensions);
            batch.Values.Should().HaveSameCount(request.Columns);
            for (var i = 0; i < batch.Count; i++)
            {
                var time = request.Table.Time == FactTime.Date
                    ? $"{batch.Dates[i]:R}"
                    : $"{batch.Instants[i]:g}+{batch.Instants[i].ToUnixTimeTicks()}";
                var members = batch.Members.Select(column => column[i] is { } member ? $"'{member}'" : "null");
                var values = batch.Values.Select(column => column[i] is { } value ? $"{value / 1.0000000000000000000000000000m}" : "none");
                facts.Add(string.Join(' ', members.Concat(values).Prepend(time)));
            }
        }

        return facts;
    }

    private string Summary(TableDescription description)
    {
        var dimensions = description.Schema.Dimensions.Select(dimension => $"{dimension} {dimension.Kind}");
        var columns = description.Schema.ColumnNames();
        return $"{description.Schema} {description.Schema.Time}: {string.Join(", ", dimensions.Concat(columns))},"
            + $" {description.Coverage}, {(Engine.KnowsLatestFact ? description.LatestFact : null)}";
    }
}

using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Sources;

/// <summary>What an engine says of itself and its tables, and what it says wrongly.</summary>
public sealed class DescriptionTests
{
    private static readonly FactTable Visits = FactTable.From("visits", new[] { new LocalDate(2027, 1, 4) }).At(day => day).Build();
    private static readonly InMemorySource Memory = new(ReportingCalendar.Utc, Visits);
    private static readonly Query Count = Query.For(Metric.Count("visits", Visits));

    [Fact] // A caller's own lists may change later.
    public void MissingDays_ListChanges_StayAsTheyWere()
    {
        var days = new List<LocalDate> { new(2027, 1, 9) };
        var description = new TableDescription(TableSchema.Named("visits", FactTime.Date), null) { MissingDays = days };
        days.Clear();
        description.MissingDays.Should().Equal(new LocalDate(2027, 1, 9));
    }

    [Fact]
    public void Capabilities_SetChanges_StayAsTheyWere()
    {
        var kinds = Enum.GetValues<AggregateKind>().ToHashSet();
        var capabilities = new SourceCapabilities { Aggregates = kinds };
        kinds.Clear();
        capabilities.Aggregates.Should().Contain(AggregateKind.Sum);
    }

    [Fact]
    public void UnknownValues_DictionaryChanges_StayAsTheyWere()
    {
        var counts = new Dictionary<string, long?> { ["amount"] = 3 };
        var description = new TableDescription(TableSchema.Named("visits", FactTime.Date), null) { UnknownValues = counts };
        counts["amount"] = 0;

        description.UnknownValues.Should().Equal(new Dictionary<string, long?> { ["amount"] = 3 });
        description.UnknownValues.Should().NotBeAssignableTo<Dictionary<string, long?>>();
    }

    public static TheoryData<Instant?, Instant?> Unbounded => new()
    {
        { null, Instant.FromUtc(2027, 1, 4, 0, 0) },
        { Instant.FromUtc(2027, 1, 4, 0, 0), null },
        { null, null },
    };

    [Theory]
    [MemberData(nameof(Unbounded), DisableDiscoveryEnumeration = true)]
    public void CoverageAndGaps_WithoutStartOrEnd_AreRefused(Instant? start, Instant? end)
    {
        var (time, schema) = (new Interval(start, end), TableSchema.Named("visits", FactTime.Date));
        var why = $"Expected a time with a start and an end; found {time}. State the first and the last day that the table knows of.";

        Messages.Of<ArgumentException>(() => new TableDescription(schema, time)).Should().Be($"{why} (Parameter 'coverage')");
        Messages.Of<ArgumentException>(() => new TableDescription(schema, null) { Gaps = [time] })
            .Should().Be($"{why} (Parameter 'Gaps')");
    }

    [Fact]
    public void Batch_ListsChange_StaysAsItWas()
    {
        var (members, values) = (new List<string?> { "dk" }, new List<decimal?> { 5m });
        var batch = new FactBatch([new LocalDate(2027, 1, 4)], [members], [values]);
        (members[0], values[0]) = ("se", 7m);

        batch.Members[0].Should().Equal("dk");
        batch.Values[0].Should().Equal(5m);
    }

    [Fact]
    public void Batch_ColumnsOfAnotherLength_AreRefusedByName()
    {
        LocalDate[] days = [new(2027, 1, 4)];

        Messages.Of<ArgumentException>(() => new FactBatch(days, [["dk", "se"]], []))
            .Should().Be("Expected as many facts in each column as there are times, 1; found 2. (Parameter 'members')");
        Messages.Of<ArgumentException>(() => new FactBatch(days, [], [[]]))
            .Should().Be("Expected as many facts in each column as there are times, 1; found 0. (Parameter 'values')");
    }

    [Fact]
    public void Capabilities_Null_IsRefused()
    {
        var making = () => new SourceCapabilities { Aggregates = null! };
        making.Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public async Task Describe_FewerThanAsked_IsReported()
    {
        var asking = async () => await new Silent(Memory).QueryAsync(Count, TestContext.Current.CancellationToken);
        (await asking.Should().ThrowAsync<InvalidOperationException>()).WithMessage(
            "The source Silent was asked to describe visits, and gave 0 descriptions. Expected one for each name, in order.");
    }

    [Fact] // What is found when it is read needs no source any more.
    public async Task Findings_SourceIsGone_AreThoseOfTheAnswer()
    {
        var source = new Silent(Memory) { Describes = true };
        var query = Count.Between(new(2027, 1, 4), new(2027, 1, 10)).ComparedWith(PeriodComparison.PreviousPeriod);
        var answer = await source.QueryAsync(query, TestContext.Current.CancellationToken);
        source.IsGone = true;
        answer.Findings.Select(finding => finding.Code).Should().Equal("DATA-BEGIN", "DATA-END");
    }

    private sealed class Silent(IMetricSource inner) : IMetricSource
    {
        public bool Describes { get; init; }

        public bool IsGone { get; set; }

        public ReportingCalendar Calendar => IsGone ? throw new ObjectDisposedException(nameof(Silent)) : inner.Calendar;

        public async ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
            IReadOnlyList<string> tables, CancellationToken cancellationToken = default)
        {
            var described = await inner.DescribeAsync(tables, cancellationToken).ConfigureAwait(false);
            return Describes ? described : [];
        }

        public ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
            IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default) =>
            inner.AggregateAsync(requests, cancellationToken);
    }
}

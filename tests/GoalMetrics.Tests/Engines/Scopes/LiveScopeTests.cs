using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Engines.Scopes;

/// <summary>Live tables within a scope: their cells know whose facts are whose where the scope's dimensions are among theirs.</summary>
public sealed class LiveScopeTests
{
    private static readonly Instant Noon = Instant.FromUtc(2027, 2, 11, 12, 0);
    private static readonly TableSchema Schema =
        TableSchema.Named("clicks", FactTime.Instant).Dimension("tenant").Dimension("page").Value("count", Unit.Count());

    private static readonly Metric Clicks = Metric.Sum("clicks", Schema, "count");

    private readonly LiveTable _live = LiveTable.Of(Schema, ReportingCalendar.Utc).By(Grain.Hour, "tenant").Keeping(Clicks).Build();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Within_FactsThatComeLater_AreSeenToo()
    {
        _live.Add(Noon, ["a", "home"], [3m]);
        _live.Add(Noon + Duration.FromDays(2), ["b", "home"], [50m]);
        var scoped = new InMemorySource(ReportingCalendar.Utc, _live).Within(Filter.Equal("tenant", "a"));
        var before = scoped.Snapshot();
        _live.Add(Noon + Duration.FromHours(1), ["a", "home"], [4m]);

        before.Query(Query.For(Clicks)).Total[Clicks].Amount.Should().Be(3m);
        scoped.Query(Query.For(Clicks)).Total[Clicks].Amount.Should().Be(7m);
        scoped.Query(Query.For(Clicks).By("tenant")).Select(row => row["tenant"]).Should().Equal("a");
        var described = (await scoped.DescribeAsync(["clicks"], Token)).Single();
        described.Coverage.Should().Be(new Interval(Instant.FromUtc(2027, 2, 11, 0, 0), Instant.FromUtc(2027, 2, 12, 0, 0)));
        described.LatestFact.Should().BeNull();
    }

    [Fact] // A question sees one moment of the table, whichever scope it is asked in.
    public async Task Within_TheSnapshotOfAQuestion_StaysAsItIs()
    {
        _live.Add(Noon, ["a", "home"], [3m]);
        IMetricSource source = new InMemorySource(ReportingCalendar.Utc, _live);
        var question = source.Snapshot().Within(Filter.Equal("tenant", "a"));
        var scoped = source.Within(Filter.Equal("tenant", "a")).Snapshot();
        await scoped.DescribeAsync(["clicks"], Token);
        _live.Add(Noon, ["a", "home"], [4m]);

        (await question.QueryAsync(Query.For(Clicks), Token)).Total[Clicks].Amount.Should().Be(3m);
        (await scoped.QueryAsync(Query.For(Clicks), Token)).Total[Clicks].Amount.Should().Be(3m);
    }

    [Fact] // An engine that freezes its tables for a question is frozen within the scope too.
    public async Task Within_AnEnginesSnapshot_IsWithinTheScope()
    {
        _live.Add(Noon, ["a", "home"], [3m]);
        _live.Add(Noon, ["b", "home"], [50m]);
        IMetricSource scoped = new Passing(new InMemorySource(ReportingCalendar.Utc, _live)).Within(Filter.Equal("tenant", "a"));
        var snapshot = scoped.Snapshot();
        await snapshot.DescribeAsync(["clicks"], Token);
        _live.Add(Noon, ["a", "home"], [4m]);

        (await snapshot.QueryAsync(Query.For(Clicks), Token)).Total[Clicks].Amount.Should().Be(3m);
        (await scoped.QueryAsync(Query.For(Clicks), Token)).Total[Clicks].Amount.Should().Be(7m);
    }

    [Fact]
    public void Within_ADimensionThatCellsAreNotBy_IsRefused()
    {
        _live.Add(Noon, ["a", "home"], [3m]);
        var scoped = new InMemorySource(ReportingCalendar.Utc, _live).Within(Filter.Equal("page", "home"));

        Messages.Of<ArgumentException>(() => scoped.Query(Query.For(Clicks))).Should().Be(
            "A filter of a query over live table 'clicks' can name the dimensions of its cells, which are tenant. "
            + "Put other conditions into the metrics that it keeps, with Where.");
    }

    private sealed class Passing(IMetricSource source) : IMetricSource
    {
        public ReportingCalendar Calendar => source.Calendar;

        public IMetricSource Snapshot() => new Passing(source.Snapshot());

        public ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
            IReadOnlyList<string> tables, CancellationToken cancellationToken = default) => source.DescribeAsync(tables, cancellationToken);

        public ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
            IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default) =>
            source.AggregateAsync(requests, cancellationToken);
    }
}

using System.Runtime.CompilerServices;
using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory;

/// <summary>Engines that lack aggregates: what they lack is computed from the facts that they read, or refused by name.</summary>
public sealed class FactFallbackTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    // Ann visits on the 1st and the 4th, Bob on the 1st. Ann buys on the 5th. The last order is of the 7th; all are
    // known until the 10th.
    private static readonly FactTable Visits = FactTable.From("visits", new[] { (1, "ann"), (1, "bob"), (4, "ann") })
        .At(row => new LocalDate(2026, 1, row.Item1))
        .Dimension("customer", row => row.Item2)
        .Covering(new(2026, 1, 1), new(2026, 2, 1))
        .Build();

    private static readonly FactTable Orders = FactTable.From("orders", new[] { (5, "ann", 100m), (5, "ann", 20m), (7, "cid", 45m) })
        .At(row => new LocalDate(2026, 1, row.Item1))
        .Dimension("customer", row => row.Item2)
        .Value("amount", row => row.Item3, Unit.Money("DKK"))
        .Covering(new(2026, 1, 1), new(2026, 1, 11))
        .Build();

    private static readonly Query January = Query.For(Metric.Count("orders", Orders)).Between(new(2026, 1, 1), new(2026, 2, 1));

    [Fact]
    public async Task Query_OnlyFactsAreRead_ComputesAllOfIt()
    {
        var source = Limited(readsFacts: true);
        var (revenue, customers, last) = (
            Metric.Sum("revenue", Orders, "amount"),
            Metric.CountDistinct("customers", Orders, "customer"),
            Metric.Last("last", Orders, "amount"));

        var table = await source.QueryAsync(Query.For(revenue, customers, last).By("customer"), TestContext.Current.CancellationToken);

        table.Total[revenue].Should().Be(Money.Dkk(165));
        table.Total[customers].Amount.Should().Be(2);
        table["ann", last].Should().Be(Money.Dkk(20));
        source.AggregateCount.Should().Be(0);
    }

    [Fact]
    public async Task Query_EngineCounts_IsStillAskedForCounts()
    {
        var source = Limited(readsFacts: true, AggregateKind.Count);
        var (visits, revenue) = (Metric.Count("visits", Visits), Metric.Sum("revenue", Orders, "amount"));

        var table = await source.QueryAsync(Query.For(visits, revenue), TestContext.Current.CancellationToken);

        table.Total[visits].Amount.Should().Be(3);
        table.Total[revenue].Should().Be(Money.Dkk(165));
        source.RequestCount.Should().Be(1);
    }

    [Fact] // All three visits have had their week by the 10th: the stated end counts, not the day of the last order.
    public async Task Query_Conversions_KnowHowFarTheFactsAreComplete()
    {
        var weekly = Conversions.Of(Visits, Orders, "customer", Duration.FromDays(7));
        var (converted, open) = (weekly.Converted("converted"), weekly.Immature("open"));

        var query = Query.For(converted, open).AsOf(Calendar.StartOfDay(new(2026, 2, 1)));
        var table = await Limited(readsFacts: true).QueryAsync(query, TestContext.Current.CancellationToken);
        var expected = new InMemorySource(Calendar, Visits, Orders).Query(query);

        table.Total[open].Should().Be(expected.Total[open]);
        table.Total[open].Amount.Should().Be(0);
        table.Total[converted].Should().Be(expected.Total[converted]);
        table.Total[converted].Amount.Should().Be(1);
    }

    [Fact]
    public async Task Query_NoFactsAreRead_IsRefusedByName()
    {
        var source = Limited(readsFacts: false, AggregateKind.Sum);

        var query = () => source.QueryAsync(January, TestContext.Current.CancellationToken).AsTask();

        (await query.Should().ThrowAsync<NotSupportedException>()).WithMessage(
            "The source ProbedSource does not answer Count, which 'orders' needs. It answers Sum.");
    }

    [Fact] // What an engine would add up itself is not refused where it only reads its facts: 3 sold and 4 returned.
    public async Task Query_NegativeCounts_AreAddedUpAsTheEngineHasThem()
    {
        var source = new Returning();
        var units = Metric.Sum("units", source.Schema, "units");
        var table = await source.QueryAsync(Query.For(units), TestContext.Current.CancellationToken);
        table.Total[units].Amount.Should().Be(-1m);
    }

    [Fact] // The library itself leaves out facts of a stated gap where an engine only reads: 3 on the 1st, and none of the 2nd.
    public async Task Query_FactsInAGap_AreNotCounted()
    {
        var source = new Returning { Gap = new(Calendar.StartOfDay(new(2026, 1, 2)), Calendar.StartOfDay(new(2026, 1, 3))) };
        var units = Metric.Sum("units", source.Schema, "units");
        var table = await source.QueryAsync(Query.For(units), TestContext.Current.CancellationToken);
        table.Total[units].Amount.Should().Be(3m);
    }

    private static ProbedSource Limited(bool readsFacts, params AggregateKind[] kinds) => new(new InMemorySource(Calendar, Visits, Orders))
    {
        Capabilities = new() { Aggregates = new HashSet<AggregateKind>(kinds), ReadsFacts = readsFacts },
    };

    // 3 units sold on 1 January, and 4 returned on the 2nd.
    private sealed class Returning : IMetricSource
    {
        public Interval? Gap { get; init; }

        public TableSchema Schema { get; } = TableSchema.Named("lines", FactTime.Date).With(new FactColumn("units", Unit.Count("unit")));

        public ReportingCalendar Calendar => FactFallbackTests.Calendar;

        public SourceCapabilities Capabilities { get; } = new() { Aggregates = new HashSet<AggregateKind>(), ReadsFacts = true };

        public ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
            IReadOnlyList<string> tables, CancellationToken cancellationToken = default)
        {
            var covered = new Interval(Calendar.StartOfDay(new(2026, 1, 1)), Calendar.StartOfDay(new(2026, 1, 4)));
            return new([new TableDescription(Schema, covered) { Gaps = Gap is { } gap ? [gap] : [] }]);
        }

        public ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
            IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public async IAsyncEnumerable<FactBatch> ReadAsync(
            FactRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            yield return new FactBatch([new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 2)], [], [[3m, -4m]]);
        }
    }
}

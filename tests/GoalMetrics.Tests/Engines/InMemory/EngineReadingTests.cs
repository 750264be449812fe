using GoalMetrics.Sources;
using NodaTime;
using Ask = GoalMetrics.Sources.Aggregate;

namespace GoalMetrics.Tests.Engines.InMemory;

// Facts one by one.
public class EngineReadingTests
{
    private static readonly FactTable Sales = EngineTable.Of(
        new(3, "b", "x", 1m), new(1, "a", "x", 2m), new(2, null, "y", 3m), new(1, "b", "x", null), new(1, "a", "y", 5.50m),
        new(400, "a", "x", 6m));

    [Fact]
    public async Task ReadAsync_All_ComeByTimeAndThenByRow() =>
        (await LinesAsync(new(Sales, EngineTable.AsOf) { Dimensions = ["a", "b"], Columns = ["v"] }))
            .Should().Equal("2025-01-02 a x 2", "2025-01-02 b x null", "2025-01-02 a y 5.5", "2025-01-03 null y 3", "2025-01-04 b x 1");

    [Fact]
    public async Task ReadAsync_ByEntity_ComeByMemberNullLast() =>
        (await LinesAsync(new(Sales, EngineTable.AsOf) { Dimensions = ["a"], Columns = ["v"], Entity = "a" }))
            .Should().Equal("2025-01-02 a 2", "2025-01-02 a 5.5", "2025-01-02 b null", "2025-01-04 b 1", "2025-01-03 null 3");

    [Fact]
    public async Task ReadAsync_WindowsAndFilter_EachFactOnce() =>
        (await LinesAsync(new(Sales, EngineTable.AsOf)
        {
            Columns = ["v"],
            Time = EngineTable.Days((0, 2), (1, 2), (3, 4)),
            Filter = !Filter.NoValue("v"),
        })).Should().Equal("2025-01-02 2", "2025-01-02 5.5", "2025-01-04 1");

    [Fact]
    public async Task ReadAsync_Instants_BeforeTheMomentOnly()
    {
        var start = Instant.FromUtc(2025, 1, 1, 0, 0);
        var table = FactTable.From("t", [2, 0, 1]).At(hour => (Instant?)(start + Duration.FromHours(hour))).Build();
        var batches = new List<FactBatch>();
        await foreach (var batch in new InMemorySource(ReportingCalendar.Utc, table).ReadAsync(new(table, start + Duration.FromHours(2))))
        {
            batches.Add(batch);
        }

        batches.Should().ContainSingle().Which.Instants.Should().Equal(start, start + Duration.FromHours(1));
    }

    [Fact]
    public async Task ReadAsync_Cancelled_StopsAfterTheBatch()
    {
        using var cancellation = new CancellationTokenSource();
        var table = EngineTable.Of([.. Enumerable.Range(0, 20_000).Select(i => new EngineFact(i % 300, "a", null, i))]);
        var facts = 0;
        var act = async () =>
        {
            var batches = new InMemorySource(ReportingCalendar.Utc, table).ReadAsync(new(table, EngineTable.AsOf), cancellation.Token);
            await foreach (var batch in batches)
            {
                facts += batch.Count;
                await cancellation.CancelAsync();
            }
        };

        await act.Should().ThrowAsync<OperationCanceledException>();
        facts.Should().Be(4096);
    }

    [Fact]
    public void ReadAsync_LiveTable_SaysWhatToDo()
    {
        var schema = TableSchema.Named("visits", FactTime.Instant);
        var live = LiveTable.Of(schema, ReportingCalendar.Utc).Keeping(Metric.Count("visits", schema)).Build();
        var source = new InMemorySource(ReportingCalendar.Utc, live);

        Messages.Of<NotSupportedException>(() => source.ReadAsync(new(schema, EngineTable.AsOf)))
            .Should().Be(
                "Live table 'visits' keeps totals, and no facts that could be read one by one. Load the facts with FactTable.From.");
    }

    [Fact]
    public void ReadAsync_CutsOfTheOtherKind_SaysWhatToDo()
    {
        var source = new InMemorySource(ReportingCalendar.Utc, Sales);
        var hour = TimeCuts.OfInstants([EngineTable.AsOf, EngineTable.AsOf + Duration.FromHours(1)], [new(0, 1)]);
        var request = new FactRequest(Sales, EngineTable.AsOf) { Time = hour };

        Messages.Of<ArgumentException>(() => source.ReadAsync(request)).Should().StartWith(
            "Table 'sales' has a time of kind Date; the cuts are of kind Instant. State the cuts in the table's own kind of time.");
    }

    [Fact] // By number: the third, the second, the first; without a number, before them all.
    public void OrderedBy_AColumn_OrdersFactsOfTheSameTime()
    {
        (decimal? Number, decimal Value)[] facts = [(3m, 1m), (2m, 2m), (1m, 4m), (null, 8m), (3m, 16m)];
        var plain = FactTable.From("t", facts).AllAt(EngineTable.FirstDay)
            .Value("n", fact => fact.Number, Unit.Count()).Value("v", fact => fact.Value, Unit.Count()).Build();
        var ordered = FactTable.From("t", facts).AllAt(EngineTable.FirstDay)
            .Value("n", fact => fact.Number, Unit.Count()).Value("v", fact => fact.Value, Unit.Count()).OrderedBy("n").Build();
        Ask[] asked = [new Ask.First("v"), new Ask.Last("v"), new Ask.Balance("v", BalanceValue.Last, null), new Ask.First("n")];

        plain.Answer(plain.Asking(EngineTable.Days((0, 1)), asked)).Groupings[0].Lines().Should().Equal("0 : 1 16 16 3");
        ordered.Answer(ordered.Asking(EngineTable.Days((0, 1)), asked)).Groupings[0].Lines().Should().Equal("0 : 8 16 16 1");
        ordered.Schema.Order.Should().Be("n");
    }

    [Fact]
    public async Task OrderedBy_AColumn_OrdersFactsThatAreRead()
    {
        var table = FactTable.From("t", [3m, 1m, 2m]).AllAt(EngineTable.FirstDay).Value("n", number => (decimal?)number, Unit.Count())
            .OrderedBy("n").Build();

        (await LinesAsync(new(table, EngineTable.AsOf) { Columns = ["n"] }, table))
            .Should().Equal("2025-01-01 1", "2025-01-01 2", "2025-01-01 3");
    }

    [Fact]
    public void OrderedBy_NoSuchColumn_Throws() =>
        Messages.Of<ArgumentException>(() => TableSchema.Named("t", FactTime.Date).Value("number", Unit.Count()).OrderedBy("numbr"))
        .Should().StartWith("Table 't' has no value column 'numbr'; it has number. Did you mean 'number'?");

    [Fact]
    public void OrderedBy_ALiveTable_IsRefused()
    {
        var schema = TableSchema.Named("t", FactTime.Date).Value("number", Unit.Count()).OrderedBy("number");

        Messages.Of<ArgumentException>(() => LiveTable.Of(schema, ReportingCalendar.Utc)).Should().StartWith(
            "Table 't' orders facts of the same time by 'number'; a live table orders them as they come in. "
            + "Leave out OrderedBy, or load the facts with FactTable.From.");
    }

    private static async Task<List<string>> LinesAsync(FactRequest request, FactTable? table = null)
    {
        var lines = new List<string>();
        await foreach (var batch in new InMemorySource(ReportingCalendar.Utc, table ?? Sales).ReadAsync(request))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                var members = batch.Members.Select(column => column[i] ?? "null");
                var values = batch.Values.Select(column => column[i] is { } value ? FormattableString.Invariant($"{value}") : "null");
                lines.Add(FormattableString.Invariant($"{batch.Dates[i]:R} {string.Join(" ", members.Concat(values))}"));
            }
        }

        return lines;
    }
}

using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory;

/// <summary>Facts that are replaced while questions run.</summary>
public sealed class ReplaceableSourceTests
{
    private static readonly LocalDate Day = new(2026, 9, 14);
    private static readonly Metric Orders = Metric.Sum("orders", Loaded(0, "orders"), "value");
    private static readonly Metric Visits = Metric.Sum("visits", Loaded(0, "visits"), "value");

    // Of all days that the tables cover, which are described before they are read.
    private static readonly Query Both = Query.For(Orders, Visits);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replace_QuestionsAfterIt_SeeTheNewFacts()
    {
        var source = new ReplaceableSource(Load(1));
        var scoped = source.Within(Filter.Equal("tenant", "a"));
        source.Replace(Load(2));

        (await source.QueryAsync(Both, Token)).Total[Orders].Amount.Should().Be(4m);
        (await scoped.QueryAsync(Both, Token)).Total[Orders].Amount.Should().Be(2m);
        source.Capabilities.ReadsFacts.Should().BeTrue();
    }

    [Fact] // Between its first and its last call of the source.
    public async Task Replace_InTheMiddleOfAQuestion_LeavesItsFactsAlone()
    {
        ReplaceableSource source = null!;
        var calls = 0;
        source = new(new ProbedSource(Load(1)) { Before = ReplaceDuringTheFirstCall });

        (await source.QueryAsync(Both, Token)).Total[Orders].Amount.Should().Be(2m);
        (await source.QueryAsync(Both, Token)).Total[Orders].Amount.Should().Be(4m);

        Task ReplaceDuringTheFirstCall()
        {
            if (++calls == 1)
            {
                source.Replace(Load(2));
            }

            return Task.CompletedTask;
        }
    }

    // Each load is of another day, and both its tables say the same, so that a mixture of two loads would show.
    [Fact]
    public async Task Replace_WhileQuestionsRun_IsSeenWholeOrNotAtAll()
    {
        const int Loads = 300;
        var source = new ReplaceableSource(Load(0));
        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(AskUntilTheLast, Token)).ToArray();
        for (var load = 1; load <= Loads; load++)
        {
            source.Replace(Load(load));
        }

        await Task.WhenAll(asking);

        async Task AskUntilTheLast()
        {
            for (var (seen, latest) = (-1m, 2m * Loads); seen < latest;)
            {
                var total = (await source.QueryAsync(Both, Token)).Total;
                total[Visits].Should().Be(total[Orders]);
                total.Period.StartDate.Should().Be(Day.PlusDays((int)total[Orders].Amount / 2));
                total[Orders].Amount.Should().BeGreaterThanOrEqualTo(seen, "facts are not replaced by older ones");
                seen = total[Orders].Amount;
            }
        }
    }

    [Fact]
    public void Replace_AnotherCalendar_IsRefused()
    {
        var source = new ReplaceableSource(Load(1));

        Messages.Of<ArgumentException>(() =>
        {
            source.Replace(new InMemorySource(ReportingCalendar.Iso("Europe/Paris")));
            return null;
        }).Should().Be(
            $"The facts are placed by the calendar {ReportingCalendar.Utc}; the new source has {ReportingCalendar.Iso("Europe/Paris")}."
            + " Give both the same. (Parameter 'next')");
    }

    [Fact]
    public async Task Read_Facts_AreTheCurrentOnes()
    {
        IMetricSource source = new ReplaceableSource(Load(3));
        var request = new FactRequest(Orders.Table, Instant.FromUtc(2026, 10, 1, 0, 0)) { Columns = ["value"] };
        List<decimal?> read = [];
        await foreach (var batch in source.ReadAsync(request, Token))
        {
            read.AddRange(batch.Values[0]);
        }

        read.Should().Equal(3m, 3m);
        (await source.DescribeAsync(["orders"], Token)).Single().Schema.Name.Should().Be("orders");
        source.Calendar.Should().BeSameAs(ReportingCalendar.Utc);
    }

    private static InMemorySource Load(int value) => new(ReportingCalendar.Utc, Loaded(value, "orders"), Loaded(value, "visits"));

    private static FactTable Loaded(int value, string name)
    {
        return FactTable.FromSeries(name, Unit.Count(), [Of("a"), Of("b")]);

        SeriesPoint Of(string tenant) => new SeriesPoint(Day.PlusDays(value), value).With("tenant", tenant);
    }
}

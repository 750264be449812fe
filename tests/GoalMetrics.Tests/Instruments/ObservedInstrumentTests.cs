using System.Diagnostics.Metrics;
using NodaTime;

namespace GoalMetrics.Tests.Instruments;

/// <summary>Instruments that are asked: totals become differences, levels stay what they are.</summary>
public sealed class ObservedInstrumentTests
{
    private static readonly FakeTime Time = new(Instant.FromUtc(2027, 3, 1, 12, 0));

    private readonly TableSchema _events = TableSchema.Named("events", FactTime.Instant).Dimension("kind").Value("count", Unit.Count());

    private readonly TableSchema _stock = TableSchema.Named("stock", FactTime.Instant).Dimension("shop")
        .Balance("items", Unit.Count("item"));

    private LiveTable Events => LiveTable.Of(_events, ReportingCalendar.Utc).By(Grain.Day, "kind")
        .Keeping(Metric.Sum("sum", _events, "count")).Build();

    private LiveTable Stock => LiveTable.Of(_stock, ReportingCalendar.Utc).By(Grain.Day, "shop")
        .Keeping(Metric.Balance("balance", _stock, "items")).Build();

    [Fact] // 100 before the bridge began; +5, +7 after; a kind that turns up later began at 0.
    public void Collect_ObservableCounter_AddsWhatCameSinceTheLastTime()
    {
        using var meter = new Meter("Observed.Counter");
        var totals = new Dictionary<string, long> { ["a"] = 100 };
        meter.CreateObservableCounter("events",
            () => totals.Select(total => new Measurement<long>(total.Value, new KeyValuePair<string, object?>("kind", total.Key))));
        var events = Events;
        using var bridge = InstrumentBridge.Listen(Time).Into(events, "Observed.Counter", "events").Start();
        events.FactCount.Should().Be(0);

        totals["a"] = 105;
        bridge.Collect();
        Sums(events).Should().Equal("a 5");
        bridge.Collect();
        events.FactCount.Should().Be(1);
        (totals["a"], totals["b"]) = (112, 3);
        bridge.Collect();
        Sums(events).Should().Equal("a 12", "b 3");
    }

    [Fact]
    public void Collect_ObservableUpDownCounterThatGoesDown_IsRefusedAsACountAndGoesOnFromThere()
    {
        using var meter = new Meter("Observed.Down");
        var total = 10;
        meter.CreateObservableUpDownCounter("events", () => total);
        var events = Events;
        using var bridge = InstrumentBridge.Listen(Time).Into(events, "Observed.Down", "events").Start();

        total = 4;
        bridge.Collect();
        bridge.LastRefusal!.ToString().Should()
            .Be("Instrument 'events' of meter 'Observed.Down', into table 'events', column 'count': found -6; expected a count that does "
            + "not go down.");
        total = 6;
        bridge.Collect();
        Sums(events).Should().Equal("null 2");
    }

    [Fact] // The same series with its tags in another order and with a tag that no dimension asks for.
    public void Collect_SeriesThatDifferInOtherTags_AreKeptApart()
    {
        using var meter = new Meter("Observed.Series");
        var (first, second, swapped) = (10, 20, false);
        meter.CreateObservableCounter("events", () => new Measurement<int>[]
        {
            swapped ? new(first, new("host", "x"), new("kind", "a")) : new(first, new("kind", "a"), new("host", "x")),
            new(second, new("kind", "a"), new("host", "y")),
        });
        var events = Events;
        using var bridge = InstrumentBridge.Listen(Time).Into(events, "Observed.Series", "events").Start();

        (first, second, swapped) = (11, 25, true);
        bridge.Collect();
        Sums(events).Should().Equal("a 6");
        events.FactCount.Should().Be(2);
    }

    [Fact] // Created after the start: what it has at its first collection came at an unknown time.
    public void Collect_ObservableCounterCreatedLater_BeginsAtItsFirstCollection()
    {
        using var meter = new Meter("Observed.Late");
        var events = Events;
        using var bridge = InstrumentBridge.Listen(Time).Into(events, "Observed.Late", "events").Start();
        var total = 1_000;
        meter.CreateObservableCounter("events", () => total);

        bridge.Collect();
        events.FactCount.Should().Be(0);
        total = 1_003;
        bridge.Collect();
        Sums(events).Should().Equal("null 3");
    }

    [Fact]
    public void Collect_LevelsIntoBalances_AreTheLevels()
    {
        using var meter = new Meter("Observed.Levels");
        var (north, south) = (10, 5);
        meter.CreateObservableGauge("north", () => new Measurement<int>(north, new KeyValuePair<string, object?>("shop", "north")));
        meter.CreateObservableUpDownCounter("south", () => new Measurement<int>(south, new KeyValuePair<string, object?>("shop", "south")));
        var stock = Stock;
        using var bridge = InstrumentBridge.Listen(Time).Into(stock, "Observed.Levels", "north").Into(stock, "Observed.Levels", "south")
            .Start();
        stock.FactCount.Should().Be(0);

        bridge.Collect();
        (north, south) = (8, 9);
        bridge.Collect();

        var balance = Metric.Balance("balance", _stock, "items");
        new InMemorySource(ReportingCalendar.Utc, stock).Query(Query.For(balance).By("shop")).Select(row => $"{row["shop"]} {row[balance]}")
            .Should().Equal("north 8", "south 9");
    }

    [Fact]
    public void Collect_InstrumentThatThrows_ReportsAndCollectsTheOthers()
    {
        using var meter = new Meter("Observed.Throws");
        var total = 0;
        meter.CreateObservableCounter("broken", int () => throw new InvalidOperationException("Broken"));
        meter.CreateObservableCounter("events", () => total);
        var events = Events;
        using var bridge = InstrumentBridge.Listen(Time).Into(events, "Observed.Throws", "broken").Into(events, "Observed.Throws", "events")
            .Start();

        total = 2;
        Assert.Throws<AggregateException>(bridge.Collect).InnerExceptions.Single().Message.Should().Be("Broken");
        Sums(events).Should().Equal("null 2");
    }

#if NET9_0_OR_GREATER
    [Fact]
    public void Into_Gauge_GoesIntoBalancesAndValues()
    {
        using var meter = new Meter("Observed.Gauge");
        var gauge = meter.CreateGauge<int>("items", "{item}");
        var (stock, events) = (Stock, Events);
        using var bridge = InstrumentBridge.Listen(Time).Into(stock, "Observed.Gauge", "items").Into(events, "Observed.Gauge", "items")
            .Start();

        gauge.Record(4);
        gauge.Record(3);

        (stock.FactCount, Sums(events).Single(), bridge.RefusedCount).Should().Be((2L, "null 7", 0L));
    }
#endif

    private IEnumerable<string> Sums(LiveTable events)
    {
        var sum = Metric.Sum("sum", _events, "count");
        return new InMemorySource(ReportingCalendar.Utc, events).Query(Query.For(sum).By("kind"))
            .Select(row => $"{row["kind"] ?? "null"} {row[sum]}");
    }
}

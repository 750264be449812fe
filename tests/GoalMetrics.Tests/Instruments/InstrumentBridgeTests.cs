using System.Diagnostics.Metrics;
using NodaTime;

namespace GoalMetrics.Tests.Instruments;

/// <summary>Measurements of instruments as facts. Meters are known to the whole process: each test has its own.</summary>
public sealed class InstrumentBridgeTests
{
    private static readonly ReportingCalendar Copenhagen = ReportingCalendar.Iso("Europe/Copenhagen");

    // 00:30 on 2 March in Copenhagen.
    private static readonly FakeTime Time = new(Instant.FromUtc(2027, 3, 1, 23, 30));

    private readonly TableSchema _orders = TableSchema.Named("orders", FactTime.Instant).Dimension("market").Dimension("channel")
        .Value("count", Unit.Count("order"));

    private readonly TableSchema _sales = TableSchema.Named("sales", FactTime.Instant).Dimension("market")
        .Value("amount", Unit.Money("DKK")).Value("seconds", Unit.Duration(DurationUnit.Second));

    private LiveTable Orders => Live(_orders, Metric.Sum("sum", _orders, "count"), Metric.Count("rows", _orders));

    private LiveTable Sales => Live(_sales, Metric.Sum("sum", _sales, "amount"), Metric.Sum("time", _sales, "seconds"));

    [Fact]
    public void Into_Counter_GivesAFactAMeasurementWithTagsInAnyOrder()
    {
        using var meter = new Meter("Bridge.Counter");
        var counter = meter.CreateCounter<int>("shop.orders", "{order}");
        var orders = Orders;
        using var bridge = InstrumentBridge.Listen(Time).Into(orders, "Bridge.Counter", "shop.orders").Start();

        counter.Add(2, new("market", "DK"), new("channel", "email"));
        counter.Add(3, new("channel", "email"), new("unknown", "x"), new KeyValuePair<string, object?>("market", "DK"));
        counter.Add(4, new KeyValuePair<string, object?>("market", "SE"));
        counter.Add(5);
        counter.Add(6, new("market", "UK"), new KeyValuePair<string, object?>("market", "NO")); // the last one counts

        Rows(orders, "sum").Should().Equal("DK email 5 orders", "NO null 6 orders", "SE null 4 orders", "null null 5 orders");
        orders.FactCount.Should().Be(5);
        (bridge.RefusedCount, bridge.LastRefusal, bridge.Awaited.Count).Should().Be((0L, null, 0));
    }

    [Fact]
    public void Into_EveryNumericType_IsTaken()
    {
        using var meter = new Meter("Bridge.Types");
        var names = new[] { "byte", "short", "int", "long", "float", "double", "decimal" };
        var sales = Sales;
        var builder = InstrumentBridge.Listen(Time);
        Array.ForEach(names, name => builder.Into(sales, "Bridge.Types", name, column: "amount"));
        using var bridge = builder.Start();

        meter.CreateCounter<byte>("byte").Add(255);
        meter.CreateUpDownCounter<short>("short").Add(-5);
        meter.CreateHistogram<int>("int").Record(1_000);
        meter.CreateCounter<long>("long").Add(5_000_000_000);
        meter.CreateHistogram<float>("float").Record(0.1f);
        meter.CreateHistogram<double>("double").Record(0.2);
        meter.CreateHistogram<decimal>("decimal").Record(0.0000000000000000000000001m);

        // 255 − 5 + 1,000 + 5,000,000,000 + 0.1 + 0.2 + 10⁻²⁵, exactly.
        Total(sales, "sum").Amount.Should().Be(5_000_001_250.3000000000000000000000001m);
    }

    [Theory]
    [InlineData("da-DK")]
    [InlineData("tr-TR")]
    public void Into_TagsOfAnyType_AreTheSameTextInEveryCulture(string culture)
    {
        using var meter = new Meter("Bridge.Tags." + culture);
        var counter = meter.CreateCounter<int>("hits");
        var orders = Orders;
        using var bridge = InstrumentBridge.Listen(Time).Into(orders, meter.Name, "hits").Start();
        using (new CurrentCulture(culture))
        {
            object[] members = [200, -5L, true, 1.5, 1.50m, 1.5m, DayOfWeek.Friday, 'I', new DateOnly(2027, 3, 1), Guid.Empty,
                new Version(1, 2), Instant.FromUnixTimeSeconds(0)];
            foreach (var member in members.Concat(members))
            {
                counter.Add(1, new KeyValuePair<string, object?>("market", member));
            }
        }

        Rows(orders, "sum").Should().Equal(
            "-5 null 2 orders", "00000000-0000-0000-0000-000000000000 null 2 orders", "1.2 null 2 orders", "1.5 null 4 orders",
            "1.50 null 2 orders", "1970-01-01T00:00:00Z null 2 orders",
            "200 null 2 orders", "2027-03-01 null 2 orders", "Friday null 2 orders", "I null 2 orders", "True null 2 orders");
    }

    [Fact]
    public void Into_InstrumentCreatedLater_IsHeard()
    {
        using var meter = new Meter("Bridge.Late");
        var orders = Orders;
        using var bridge = InstrumentBridge.Listen(Time).Into(orders, "Bridge.Late", "a").Into(orders, "Bridge.Late", "b").Start();
        bridge.Awaited.Should().Equal("'a' of meter 'Bridge.Late'", "'b' of meter 'Bridge.Late'");

        meter.CreateCounter<int>("a").Add(1);
        using var other = new Meter("Bridge.Late.Other");
        other.CreateCounter<int>("b").Add(1);

        bridge.Awaited.Should().Equal("'b' of meter 'Bridge.Late'");
        orders.FactCount.Should().Be(1);
    }

    [Fact]
    public void Into_TwoTablesFromOneInstrument_BothTakeIt()
    {
        using var meter = new Meter("Bridge.Two");
        var (orders, sales) = (Orders, Sales);
        using var bridge = InstrumentBridge.Listen(Time)
            .Into(orders, "Bridge.Two", "shop.amount")
            .Into(sales, "Bridge.Two", "shop.amount", column: "amount", tags: new Dictionary<string, string> { ["market"] = "shop.market" })
            .Start();

        meter.CreateHistogram<double>("shop.amount")
            .Record(12.5, new("shop.market", "DK"), new KeyValuePair<string, object?>("market", "SE"));

        Rows(orders, "sum").Should().Equal("SE null 12.5 orders");
        Rows(sales, "sum").Should().Equal("DK DKK 12.50");
        Total(sales, "time").Should().Be(Quantity.Duration(0, DurationUnit.Second));
    }

    [Fact]
    public void Into_TagsOfMeterAndInstrument_AreMembersWhereAMeasurementHasNone()
    {
        using var meter = new Meter("Bridge.MeterTags", null, [new("channel", "web")]);
        var counter = meter.CreateCounter<int>("hits", null, null, [new("market", "DK")]);
        var orders = Orders;
        using var bridge = InstrumentBridge.Listen(Time).Into(orders, meter.Name, "hits").Start();

        counter.Add(1);
        counter.Add(2, new KeyValuePair<string, object?>("market", "SE"));

        Rows(orders, "sum").Should().Equal("DK web 1 orders", "SE web 2 orders");
    }

    [Fact] // 23:30 on the 1st in UTC is the 2nd in Copenhagen.
    public void Into_TableOfDates_TakesTheCalendarsDate()
    {
        using var meter = new Meter("Bridge.Dates");
        var schema = TableSchema.Named("days", FactTime.Date).Value("count", Unit.Count());
        var days = Live(schema, Metric.Sum("sum", schema, "count"));
        using var bridge = InstrumentBridge.Listen(Time).Into(days, "Bridge.Dates", "hits").Start();

        meter.CreateCounter<int>("hits").Add(7);

        var sum = Metric.Sum("sum", schema, "count");
        new InMemorySource(Copenhagen, days).Query(Query.For(sum).By(Grain.Day)).Select(row => $"{row.Period} {row[sum]}").Should()
            .Equal("2027-03-02 7");
    }

    [Fact]
    public void Into_WhatTheTableCannotTake_IsCountedAndReported()
    {
        using var meter = new Meter("Bridge.Refused");
        var histogram = meter.CreateHistogram<double>("hits");
        var counter = meter.CreateUpDownCounter<int>("changes");
        var orders = Orders;
        using var bridge = InstrumentBridge.Listen(Time).Into(orders, "Bridge.Refused", "hits").Into(orders, "Bridge.Refused", "changes")
            .Start();

        using (new CurrentCulture("da-DK"))
        {
            Refusal(() => histogram.Record(double.NaN)).Should().Be(
                "Instrument 'hits' of meter 'Bridge.Refused', into table 'orders', column 'count': found NaN; expected a finite number.");
            Refusal(() => histogram.Record(double.NegativeInfinity)).Should().EndWith("found -Infinity; expected a finite number.");
            Refusal(() => histogram.Record(1e30)).Should().EndWith("found 1E+30; expected a number within ±7.9 × 10²⁸.");
            Refusal(() => histogram.Record(-1.5)).Should().EndWith("found -1.5; expected a count, not below 0.");
            Refusal(() => counter.Add(-1)).Should().EndWith("found -1; expected a count, not below 0.");
            Refusal(() => counter.Add(1, new KeyValuePair<string, object?>("market", new Unwritable()))).Should()
                .EndWith("found 1; expected a fact that the table takes (No words).");
        }

        (bridge.RefusedCount, orders.FactCount).Should().Be((6L, 0L));
        bridge.LastRefusal!.Cause.Should().BeOfType<InvalidOperationException>();
        (bridge.LastRefusal.Meter, bridge.LastRefusal.Instrument, bridge.LastRefusal.Table, bridge.LastRefusal.Column,
            bridge.LastRefusal.Found)
            .Should().Be(("Bridge.Refused", "changes", "orders", "count", "1"));
        counter.Add(1);
        orders.FactCount.Should().Be(1);

        string Refusal(Action measure)
        {
            var before = bridge.RefusedCount;
            measure();
            bridge.RefusedCount.Should().Be(before + 1);
            return bridge.LastRefusal!.ToString();
        }
    }

    [Fact]
    public void Into_ClockOutsideTheCalendar_IsRefused()
    {
        using var meter = new Meter("Bridge.Clock");
        var orders = Orders;
        using var bridge = InstrumentBridge.Listen(new FakeTime(Instant.FromUtc(9999, 6, 1, 0, 0))).Into(orders, "Bridge.Clock", "hits")
            .Start();

        meter.CreateCounter<int>("hits").Add(1);

        bridge.RefusedCount.Should().Be(1);
        orders.FactCount.Should().Be(0);
    }

    [Fact]
    public void Dispose_StopsListening()
    {
        using var meter = new Meter("Bridge.Dispose");
        var counter = meter.CreateCounter<int>("hits");
        var orders = Orders;
        var bridge = InstrumentBridge.Listen(Time).Into(orders, "Bridge.Dispose", "hits").Into(orders, "Bridge.Dispose", "later").Start();
        counter.Add(1);

        bridge.Dispose();
        bridge.Dispose();
        counter.Add(1);
        meter.CreateCounter<int>("later").Add(1);

        (counter.Enabled, orders.FactCount).Should().Be((false, 1L));
        Assert.Throws<ObjectDisposedException>(bridge.Collect);
    }

    [Fact]
    public async Task Into_SeveralThreads_NoneIsLost()
    {
        using var meter = new Meter("Bridge.Threads");
        var counter = meter.CreateCounter<long>("hits");
        var orders = Orders;
        using var bridge = InstrumentBridge.Listen(Time).Into(orders, "Bridge.Threads", "hits").Start();
        string[] markets = ["DK", "SE", "NO", "UK"];

        await Task.WhenAll(markets.Select(market => Task.Run(() =>
        {
            for (var i = 0; i < 25_000; i++)
            {
                counter.Add(i, new("market", market), new KeyValuePair<string, object?>("channel", i % 2));
            }
        })));

        // 0 + 2 + … + 24,998 and 1 + 3 + … + 24,999.
        Rows(orders, "sum").Should().Equal(markets.Order(StringComparer.Ordinal)
            .SelectMany(market => new[] { $"{market} 0 156,237,500 orders", $"{market} 1 156,250,000 orders" }));
        bridge.RefusedCount.Should().Be(0);
    }

    [Fact]
    public void Into_WarmCounter_AllocatesNothing()
    {
        using var meter = new Meter("Bridge.Memory");
        var counter = meter.CreateCounter<int>("hits");
        var histogram = meter.CreateHistogram<double>("durations");
        var orders = Orders;
        using var bridge = InstrumentBridge.Listen(Time).Into(orders, "Bridge.Memory", "hits").Into(orders, "Bridge.Memory", "durations")
            .Start();
        object status = 200;
        Measure(20_000);

        // The pool of arrays may be trimmed when the process is short of memory; not three times.
        Enumerable.Range(0, 3).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Measure(20_000);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }).Should().Be(0);

        void Measure(int count)
        {
            for (var i = 0; i < count; i++)
            {
                counter.Add(i, new("market", "DK"), new KeyValuePair<string, object?>("channel", status));
                histogram.Record(0.25, new KeyValuePair<string, object?>("market", "SE"));
            }
        }
    }

    private static LiveTable Live(TableSchema schema, params Metric[] metrics) =>
        LiveTable.Of(schema, Copenhagen).By(Grain.Day, [.. schema.DimensionNames]).Keeping(metrics).Build();

    private static Quantity Total(LiveTable table, string id)
    {
        var metric = MetricOf(table, id);
        return new InMemorySource(Copenhagen, table).Query(Query.For(metric)).Total[metric];
    }

    private static IEnumerable<string> Rows(LiveTable table, string id)
    {
        var metric = MetricOf(table, id);
        var noun = metric.Unit!.Kind == UnitKind.Count ? " orders" : "";
        return new InMemorySource(Copenhagen, table).Query(Query.For(metric).By([.. table.Schema.DimensionNames]))
            .Select(row => $"{string.Join(' ', row.Members.Select(member => member ?? "null"))} {Text(row[metric])}{noun}");

        static string Text(Quantity value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Metric MetricOf(LiveTable table, string id) => id switch
    {
        "rows" => Metric.Count("rows", table),
        "time" => Metric.Sum("time", table, "seconds"),
        _ => Metric.Sum("sum", table, table.Schema.Columns[0].Name),
    };

    private sealed class Unwritable
    {
        public override string ToString() => throw new InvalidOperationException("No words");
    }
}

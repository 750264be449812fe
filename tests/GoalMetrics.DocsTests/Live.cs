using System.Diagnostics.Metrics;
using GoalMetrics;
using NodaTime;

namespace DocsTests;

/// <summary>The guide to live tables and instruments: the regions are its snippets.</summary>
public sealed class Live
{
    [Fact]
    public void Guide_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        #region live-table
        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
        var schema = TableSchema.Named("sales", FactTime.Instant)
            .Dimension("market")
            .Value("orders", Unit.Count("order"))
            .Value("revenue", Unit.Money("DKK"));
        var orders = Metric.Sum("orders", schema, "orders");
        var revenue = Metric.Sum("revenue", schema, "revenue");
        var orderValue = Kpi.Of("average-order-value", Commerce.AverageOrderValue, revenue, orders).ShownBy("market");

        LiveTable NewTable() => LiveTable.Of(schema, calendar)
            .By(Grain.Hour, "market")                   // the finest question you will ask
            .Keeping(orders, orderValue)                // and what about
            .Build();

        var live = NewTable();
        live.Add(Instant.FromUtc(2026, 10, 1, 9, 30), ["DK"], [1, 450m]);      // from any thread
        live.Add(Instant.FromUtc(2026, 10, 1, 8, 10), [null], [2, 600m]);      // in any order, late ones too

        var source = new InMemorySource(calendar, live);
        var table = source.Query(Query.For(orderValue).By("market"));
        Console.WriteLine(table["DK", orderValue]);     // DKK 450.00 per order
        Console.WriteLine(table.Total[orderValue]);     // DKK 350.00 per order
        #endregion

        table["DK", orderValue].ToString().Should().Be("DKK 450.00 per order");
        table.Total[orderValue].ToString().Should().Be("DKK 350.00 per order");

        #region live-keep
        var file = new MemoryStream();                  // or a FileStream, or the body of a request
        live.Save(file);

        var everything = NewTable();                    // built as the one that saved
        file.Position = 0;
        everything.Load(file);                          // after a restart, or from another process
        everything.Merge(live);                         // another part of the same application
        Console.WriteLine(everything.FactCount);        // 4
        #endregion

        everything.FactCount.Should().Be(4);

        var clock = new At(Instant.FromUtc(2026, 10, 1, 10, 0));

        #region live-bridge
        using var shop = new Meter("Shop");             // what the application measures anyway
        var ordered = shop.CreateCounter<int>("shop.orders", "{order}");
        var paid = shop.CreateHistogram<double>("shop.revenue", "{DKK}");

        var renamed = new Dictionary<string, string> { ["market"] = "shop.market" };    // the tag of a dimension
        using var bridge = InstrumentBridge.Listen(clock)
            .Into(live, meter: "Shop", instrument: "shop.orders", column: "orders")
            .Into(live, meter: "Shop", instrument: "shop.revenue", column: "revenue", tags: renamed)
            .Start();

        ordered.Add(1, new KeyValuePair<string, object?>("market", "SE"));
        paid.Record(250, new KeyValuePair<string, object?>("shop.market", "SE"));
        paid.Record(double.NaN);                        // refused, and nothing is thrown

        Console.WriteLine(source.Query(Query.For(orderValue).By("market"))["SE", orderValue]);   // DKK 250.00 per order
        Console.WriteLine(bridge.LastRefusal);          // Instrument 'shop.revenue' …: found NaN; expected a finite number.
        #endregion

        source.Query(Query.For(orderValue).By("market"))["SE", orderValue].ToString().Should().Be("DKK 250.00 per order");
        bridge.LastRefusal!.ToString().Should().Be(
            "Instrument 'shop.revenue' of meter 'Shop', into table 'sales', column 'revenue': found NaN; expected a finite number.");

        clock.Now += Duration.FromSeconds(1);

        #region live-publish
        var strategy = new Strategy
        {
            Kpis = [orderValue],
            Goals = [new("more-orders") { Measure = orders, Target = Target.Reach(8), Period = calendar.Month(2026, 10) }],
        };

        using var meter = new Meter("Shop.Goals");      // and .AddMeter("Shop.Goals") where OpenTelemetry is set up
        var published = StrategyInstruments.Publish(meter, strategy, source, clock, atMostEvery: Duration.FromSeconds(30));
        #endregion

        var collected = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Meter == meter)
            {
                all.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => collected.Add(
            FormattableString.Invariant($"{instrument.Name} [{instrument.Unit}] {(tags.Length == 0 ? "" : tags[0].Value)} {value}")));
        listener.Start();
        listener.RecordObservableInstruments();
        published.Failures.Should().BeEmpty();
        collected.Where(line => !line.Contains("pace", StringComparison.Ordinal)).Should().BeEquivalentTo(
            "goalmetrics.kpi.average_order_value [{DKK}/{order}]  325",
            "goalmetrics.kpi_breakdown.average_order_value [{DKK}/{order}] DK 450",
            "goalmetrics.kpi_breakdown.average_order_value [{DKK}/{order}] SE 250",
            "goalmetrics.kpi_breakdown.average_order_value [{DKK}/{order}]  300",
            "goalmetrics.goal.attainment [1] more-orders 0.5");
    }

    private sealed class At(Instant now) : TimeProvider
    {
        public Instant Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
    }
}

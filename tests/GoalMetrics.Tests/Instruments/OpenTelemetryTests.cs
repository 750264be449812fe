using System.Diagnostics.Metrics;
using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using static GoalMetrics.Tests.Tracking.Facts;
using Exported = OpenTelemetry.Metrics.Metric;

namespace GoalMetrics.Tests.Instruments;

/// <summary>From an application's instruments through a live table to what the SDK of OpenTelemetry exports.</summary>
public sealed class OpenTelemetryTests : IDisposable
{
    private readonly FakeTime _time = new(Utc2027(2, 11));
    private readonly Meter _shop = new("EndToEnd.Shop");
    private readonly Meter _goals = new("EndToEnd.Goals");
    private readonly List<Exported> _exported = [];

    public void Dispose()
    {
        _shop.Dispose();
        _goals.Dispose();
    }

    [Fact] // 3 orders of 40 visits are 7.5 %; 3 of 12 orders are 25 % of the target, and 10 of 28 days are gone.
    public void Measurements_OfAnApplication_AreExportedAsKpisAndGoals()
    {
        var schema = TableSchema.Named("sales", FactTime.Instant).Dimension("market").Value("orders", Unit.Count("order"))
            .Value("visits", Unit.Count("visit"));
        GoalMetrics.Metric orders = GoalMetrics.Metric.Sum("orders", schema, "orders").BetterWhen(Direction.HigherIsBetter),
        visits = GoalMetrics.Metric.Sum("visits", schema, "visits");
        var conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, orders, visits).ShownBy("market");
        var live = LiveTable.Of(schema, Utc).By(Grain.Hour, "market").Keeping(orders, conversion).Covering(new(2027, 2, 1), new(2027, 3, 1))
            .Build();
        using var bridge = InstrumentBridge.Listen(_time)
            .Into(live, meter: _shop.Name, instrument: "shop.orders", column: "orders")
            .Into(live, meter: _shop.Name, instrument: "shop.visits", column: "visits").Start();
        var strategy = new Strategy
        {
            Kpis = [conversion],
            Goals = [new("more-orders") { Measure = orders, Target = Target.Reach(12), Period = Utc.Month(2027, 2) }],
        };
        StrategyInstruments.Publish(_goals, strategy, new InMemorySource(Utc, live), _time);
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter(_shop.Name, _goals.Name).AddInMemoryExporter(_exported).Build();

        // The same instruments go to the SDK and to the bridge.
        var (ordered, visited) = (_shop.CreateCounter<int>("shop.orders", "{order}"), _shop.CreateCounter<int>("shop.visits", "{visit}"));
        ordered.Add(2, new KeyValuePair<string, object?>("market", "DK"));
        ordered.Add(1, new KeyValuePair<string, object?>("market", "SE"));
        visited.Add(20, new KeyValuePair<string, object?>("market", "DK"));
        visited.Add(20, new KeyValuePair<string, object?>("market", "SE"));
        _time.Clock.AdvanceSeconds(1);

        Export(provider).Should().Equal(
            "goalmetrics.goal.attainment [1] DoubleGauge {goal.id=more-orders} 0.25",
            "goalmetrics.goal.pace [1] DoubleGauge {goal.id=more-orders} 0.7",
            "goalmetrics.goal.status [{goal}] LongSumNonMonotonic {goal.id=more-orders,goal.status=achieved} 0",
            "goalmetrics.goal.status [{goal}] LongSumNonMonotonic {goal.id=more-orders,goal.status=at_risk} 0",
            "goalmetrics.goal.status [{goal}] LongSumNonMonotonic {goal.id=more-orders,goal.status=missed} 0",
            "goalmetrics.goal.status [{goal}] LongSumNonMonotonic {goal.id=more-orders,goal.status=not_started} 0",
            "goalmetrics.goal.status [{goal}] LongSumNonMonotonic {goal.id=more-orders,goal.status=off_track} 1",
            "goalmetrics.goal.status [{goal}] LongSumNonMonotonic {goal.id=more-orders,goal.status=on_track} 0",
            "goalmetrics.goal.status [{goal}] LongSumNonMonotonic {goal.id=more-orders,goal.status=unknown} 0",
            "goalmetrics.kpi.conversion_rate [1] DoubleGauge {} 0.075",
            "goalmetrics.kpi_breakdown.conversion_rate [1] DoubleGauge {market=DK} 0.1",
            "goalmetrics.kpi_breakdown.conversion_rate [1] DoubleGauge {market=SE} 0.05",
            "shop.orders [{order}] LongSum {market=DK} 2",
            "shop.orders [{order}] LongSum {market=SE} 1",
            "shop.visits [{visit}] LongSum {market=DK} 20",
            "shop.visits [{visit}] LongSum {market=SE} 20");

        // What happens later is in the next export: 5 of 50, and SE has 3 of 30.
        ordered.Add(2, new KeyValuePair<string, object?>("market", "SE"));
        visited.Add(10, new KeyValuePair<string, object?>("market", "SE"));
        _time.Clock.AdvanceSeconds(60);
        Export(provider).Where(line => line.Contains("conversion", StringComparison.Ordinal)).Should().Equal(
            "goalmetrics.kpi.conversion_rate [1] DoubleGauge {} 0.1",
            "goalmetrics.kpi_breakdown.conversion_rate [1] DoubleGauge {market=DK} 0.1",
            "goalmetrics.kpi_breakdown.conversion_rate [1] DoubleGauge {market=SE} 0.1");
    }

    [Fact] // The failure is a rising count with its path and type; what is defined is exported all the same.
    public void AFailure_IsExportedAsACount()
    {
        var schema = TableSchema.Named("lost", FactTime.Date).Value("orders", Unit.Count("order"));
        var kpi = Kpi.Of("lost", GoalMetrics.Metric.Sum("orders", schema, "orders"));
        StrategyInstruments.Publish(_goals, new() { Kpis = [kpi] }, new InMemorySource(Utc), _time);
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter(_goals.Name).AddInMemoryExporter(_exported).Build();
        Export(provider).Should().Equal("goalmetrics.evaluation.failures [{failure}] LongSum "
            + "{error.type=System.ArgumentException,goalmetrics.path=kpis/lost} 1");
        _time.Clock.AdvanceSeconds(10);
        Export(provider).Should().Equal("goalmetrics.evaluation.failures [{failure}] LongSum "
            + "{error.type=System.ArgumentException,goalmetrics.path=kpis/lost} 2");
    }

    private List<string> Export(MeterProvider provider)
    {
        _exported.Clear();
        provider.ForceFlush().Should().BeTrue();
        var lines = new List<string>();
        foreach (var metric in _exported)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var tags = new SortedDictionary<string, object?>(StringComparer.Ordinal);
                foreach (var tag in point.Tags)
                {
                    tags.Add(tag.Key, tag.Value);
                }

                double value = metric.MetricType switch
                {
                    MetricType.DoubleGauge => point.GetGaugeLastValueDouble(),
                    MetricType.LongGauge => point.GetGaugeLastValueLong(),
                    _ => point.GetSumLong(),
                };
                var written = string.Join(',', tags.Select(tag => $"{tag.Key}={tag.Value}"));
                var rounded = Math.Round(value, 5).ToString(CultureInfo.InvariantCulture);
                lines.Add($"{metric.Name} [{metric.Unit}] {metric.MetricType} {{{written}}} {rounded}");
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}

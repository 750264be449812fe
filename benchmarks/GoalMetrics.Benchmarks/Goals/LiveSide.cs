using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// The library's live accumulators, as loops over the channels of <see cref="FactRow.Channels"/> in turn, so that nothing but the
/// measurements is timed: times and values are known before.
/// </summary>
/// <param name="Add">Adds so many visits.</param>
/// <param name="Total">All visits that were counted so far.</param>
/// <param name="AddToHundredMetrics">Adds so many facts, each into 100 metrics.</param>
internal sealed record LiveSide(Action<int> Add, Func<long> Total, Action<int> AddToHundredMetrics)
{
    private static readonly Instant First = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Instant[] Times = [.. Enumerable.Range(0, 1024).Select(i => First + Duration.FromTicks(i))];
    private static readonly decimal?[][] Values = [[0, 129.50m, 3], [1, 129.50m, 3]];

    /// <summary>The live tables.</summary>
    public static LiveSide Create()
    {
        var schema = TableSchema.Named("visits", FactTime.Instant).Dimension("channel");
        var visits = Metric.Count("visits", schema, "visit");
        var live = LiveTable.Of(schema, ReportingCalendar.Utc).By(Grain.Hour, "channel").Keeping(visits).Build();
        var source = new InMemorySource(ReportingCalendar.Utc, live);
        var hundred = HundredMetrics();
        var channels = FactRow.Channels;
        return new(
            count =>
            {
                for (var i = 0; i < count; i++)
                {
                    live.Add(Times[i & 1023], [channels[i & 7]], []);
                }
            },
            () => live.FactCount == 0 ? 0 : (long)source.Query(Query.For(visits)).Total[visits].Amount,
            count =>
            {
                for (var i = 0; i < count; i++)
                {
                    hundred.Add(Times[i & 1023], [channels[i & 7]], Values[i & 1]);
                }
            });
    }

    // Eleven of all visits and of each channel, and their growth over a day: what a fact costs is what they keep, not how many they are.
    private static LiveTable HundredMetrics()
    {
        var schema = TableSchema.Named("visits", FactTime.Instant).Dimension("channel")
            .Value("orders", Unit.Count("order")).Value("revenue", Unit.Money("DKK")).Value("units", Unit.Count("unit"));
        var measures = FactRow.Channels.Prepend(null).SelectMany(Of).ToList();
        measures.Add(Kpi.Of("growth", Finance.GrowthRate, measures[2], measures[2].Previous(Grain.Day)));
        return measures.Count == 100
            ? LiveTable.Of(schema, ReportingCalendar.Utc).By(Grain.Hour, "channel").Keeping([.. measures]).Build()
            : throw new InvalidOperationException($"There are {measures.Count} metrics, not 100.");

        IEnumerable<Measure> Of(string? channel)
        {
            Metric visits = Only(Metric.Count(Id("visits"), schema, "visit")), orders = Only(Metric.Sum(Id("orders"), schema, "orders"));
            Metric revenue = Only(Metric.Sum(Id("revenue"), schema, "revenue")), units = Only(Metric.Sum(Id("units"), schema, "units"));
            return
            [
                visits, orders, revenue, units,
                Only(Metric.Average(Id("mean-revenue"), schema, "revenue")), Only(Metric.Average(Id("mean-units"), schema, "units")),
                Only(Metric.Min(Id("least"), schema, "revenue")), Only(Metric.Max(Id("most"), schema, "revenue")),
                Kpi.Of(Id("conversion"), Marketing.ConversionRate, orders, visits),
                Kpi.Of(Id("order-value"), Commerce.AverageOrderValue, revenue, orders),
                Kpi.Of(Id("per-visit"), Commerce.RevenuePerVisitor, revenue, visits),
            ];

            string Id(string name) => channel is null ? name : $"{name}-{channel}";

            Metric Only(Metric metric) => channel is null ? metric : metric.Where(Filter.Equal("channel", channel));
        }
    }
}

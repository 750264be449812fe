using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>A strategy over a small shop: 20 goals, 30 KPIs, and the daily visits and orders of each channel as their indicators.</summary>
internal sealed class Company
{
    private const int Rows = 10_000;
    private const int GoalCount = 20;
    private const int KpiCount = 30;
    private static readonly LocalDate Today = new(2027, 2, 15);
    private readonly Shop _shop = Shop.Of(Rows);
    private readonly Dictionary<string, (Metric Visits, Metric Orders, Metric Revenue)> _ofChannel;

    public Company()
    {
        _ofChannel = FactRow.Channels.ToDictionary(
            channel => channel, channel => (Of(_shop.Visits, channel), Of(_shop.Orders, channel), Of(_shop.Revenue, channel)));
        List<Kpi> kpis = [.. Enumerable.Range(0, KpiCount).Select(KpiAt)];
        Strategy = new()
        {
            BusinessGoals = [new("growth")],
            Goals = [.. Enumerable.Range(0, GoalCount).Select(i => GoalOf(kpis[i], i))],
            Kpis = kpis,
        };
    }

    public Strategy Strategy { get; }

    public InMemorySource Source => _shop.Copenhagen;

    public Instant AsOf => Source.Calendar.StartOfDay(Today);

    // Every channel has four KPIs.
    private Kpi KpiAt(int number)
    {
        var channel = FactRow.Channels[number % FactRow.Channels.Length];
        var (visits, orders, revenue) = _ofChannel[channel];
        var kpi = (number / FactRow.Channels.Length) switch
        {
            0 => Kpi.Of($"conversion-{channel}", Marketing.ConversionRate, orders, visits),
            1 => Kpi.Of($"revenue-per-visit-{channel}", Commerce.RevenuePerVisitor, revenue, visits),
            2 => Kpi.Of($"order-value-{channel}", Commerce.AverageOrderValue, revenue, orders),
            _ => Kpi.Of($"sales-{channel}", revenue),
        };
        return kpi.Serving("growth").DrivenBy(PerformanceIndicator.Daily(visits), PerformanceIndicator.Daily(orders));
    }

    private SmartGoal GoalOf(Kpi kpi, int number) => new($"goal-{number}")
    {
        Measure = kpi,
        Target = Target.IncreaseBy(20.Percent(), over: Source.Calendar.Quarter(2026, 4)),
        Period = Source.Calendar.Quarter(2027, 1),
        Serves = ["growth"],
    };

    private static Metric Of(Metric metric, string channel) =>
        metric.Where(Filter.Equal("channel", channel)).As($"{metric.Id}-{channel}");
}

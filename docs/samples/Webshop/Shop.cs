using CsvHelper;
using GoalMetrics;

namespace Webshop;

/// <summary>The shop as GoalMetrics sees it: its facts, what it measures, and what it wants.</summary>
internal sealed class Shop
{
    public Shop(string csvFile)
    {
        Facts = Load(csvFile);
        Source = new InMemorySource(Calendar, Facts);

        // Metrics: the ground under everything.
        Orders = Metric.Sum("orders", Facts, "orders").Titled("Orders").BetterWhen(Direction.HigherIsBetter);
        Customers = Metric.Sum("customers", Facts, "customers").Titled("Customers");
        var units = Metric.Sum("units", Facts, "units");
        var cancelled = Metric.Sum("cancelled", Facts, "cancelled");
        var revenue = Metric.Sum("revenue", Facts, "revenue");

        // KPIs and the performance indicators that drive them. A built-in formula is a method; your own is a lambda.
        var ordersPerDay = PerformanceIndicator.Daily(Orders);
        var unitsPerOrder = PerformanceIndicator.Daily(Measure.Of("units-per-order", Commerce.UnitsPerOrder, units, Orders));
        AverageOrderValue = Kpi.Of("average-order-value", Commerce.AverageOrderValue, revenue, Orders)
            .Serving(GrowRevenue)
            .DrivenBy(unitsPerOrder);
        CancellationRate = Kpi.Of("cancellation-rate", (cancelled, orders) => cancelled / (orders + cancelled), cancelled, Orders)
            .Titled("Cancellation rate")
            .BetterWhen(Direction.LowerIsBetter)
            .Serving(KeepCustomersHappy)
            .DrivenBy(ordersPerDay);
        Revenue = Kpi.Of("revenue", revenue)
            .Titled("Revenue by market")
            .BetterWhen(Direction.HigherIsBetter)
            .ShownBy("market")
            .Serving(GrowRevenue)
            .DrivenBy(ordersPerDay, unitsPerOrder);

        Goal = new SmartGoal("more-revenue-in-q4")
        {
            Statement = "Increase revenue by 20 % in Q4 2011 over Q3 2011",
            Measure = Revenue,
            Target = Target.IncreaseBy(20.Percent(), over: Calendar.Quarter(2011, 3)),
            Period = Calendar.Quarter(2011, 4),
            Owner = "Sales",
            Serves = [GrowRevenue],
        };
        Strategy = new Strategy
        {
            Vision = "The gift shop that every shopkeeper in Europe thinks of first",
            Mission = "Make it easy to buy all-occasion gifts in any quantity",
            BusinessGoals = [GrowRevenue, KeepCustomersHappy],
            Goals = [Goal],
            Kpis = [AverageOrderValue, CancellationRate, Revenue],
        };
    }

    public static ReportingCalendar Calendar { get; } = ReportingCalendar.Iso("Europe/London");

    public FactTable Facts { get; }

    public InMemorySource Source { get; }

    public Metric Orders { get; }

    public Metric Customers { get; }

    public Kpi AverageOrderValue { get; }

    public Kpi CancellationRate { get; }

    public Kpi Revenue { get; }

    public SmartGoal Goal { get; }

    public Strategy Strategy { get; }

    private static BusinessGoal GrowRevenue { get; } = new("grow-revenue") { Title = "Grow revenue" };

    private static BusinessGoal KeepCustomersHappy { get; } = new("keep-customers-happy") { Title = "Keep customers happy" };

    // A CSV reader is a data reader like that of any database.
    private static FactTable Load(string csvFile)
    {
        using var csv = new CsvDataReader(CsvReader.FromFile(csvFile));
        return FactTable.From("sales", csv)
            .AtDate("date")
            .Dimension("market")
            .Value("orders", Unit.Count("order"))
            .Value("units", Unit.Count("unit"))
            .Value("revenue", Unit.Money("GBP"), column: "revenue_gbp")
            .Value("cancelled", Unit.Count("order"), column: "cancelled_orders")
            .DistinctCount("customers", Unit.Count("customer"), per: Grain.Day)
            .Build();
    }
}

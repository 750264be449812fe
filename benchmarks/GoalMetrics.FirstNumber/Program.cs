// The least that a program does with the library: a KPI over a few facts, in a zone, printed. How long that takes from the start of the
// process to its end is measured by the benchmarks.
using System.Globalization;
using GoalMetrics;
using NodaTime;

var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
var shop = FactTable.From("shop", new[]
    {
        (Time: Instant.FromUtc(2026, 9, 14, 9, 0), Market: "DK", Visits: 900, Orders: 27),
        (Time: Instant.FromUtc(2026, 9, 30, 22, 30), Market: "DK", Visits: 800, Orders: 32),
        (Time: Instant.FromUtc(2026, 10, 2, 12, 0), Market: "SE", Visits: 400, Orders: 4),
    })
    .At(day => day.Time)
    .Dimension("market", day => day.Market)
    .Value("visits", day => day.Visits, Unit.Count("visit"))
    .Value("orders", day => day.Orders, Unit.Count("order"))
    .Build();
var conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, Metric.Sum("orders", shop, "orders"), Metric.Sum("visits", shop, "visits"));

var october = calendar.Month(2026, 10);
var table = new InMemorySource(calendar, shop).Query(Query.For(conversion).Between(new(2026, 9, 1), new(2026, 11, 1)).By(Grain.Month).By("market"));
Console.WriteLine($"conversion rate {october}: {table[october, conversion].ToString(CultureInfo.InvariantCulture)}");

// The least that a program does with the library: a KPI over a few facts, in a zone, printed. How long that takes from the start of the
// process to its end is measured by the benchmarks. With an argument, it also prints how many milliseconds its query took, and all of it.
using System.Diagnostics;
using System.Globalization;
using GoalMetrics;
using NodaTime;

var start = Stopwatch.GetTimestamp();
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
var orders = Metric.Sum("orders", shop, "orders");
var visits = Metric.Sum("visits", shop, "visits");
var conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, orders, visits);

var october = calendar.Month(2026, 10);
var loaded = Stopwatch.GetTimestamp();
var query = Query.For(conversion).Between(new(2026, 9, 1), new(2026, 11, 1)).By(Grain.Month).By("market");
var rate = new InMemorySource(calendar, shop).Query(query)[october, conversion];
var end = Stopwatch.GetTimestamp();
Console.WriteLine($"conversion rate {october}: {rate.ToString(CultureInfo.InvariantCulture)}");
if (args.Length > 0)
{
    Console.WriteLine(Stopwatch.GetElapsedTime(loaded, end).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    Console.WriteLine(Stopwatch.GetElapsedTime(start, end).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
}

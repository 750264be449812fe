using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Results;

/// <summary>What a debugger and a log show of results.</summary>
public sealed class ResultTextTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Fact] // 27 of 900 are 3 %, and 4 of 400 are 1 %.
    public void TableAndRows_AsText_SayWhatTheyHave()
    {
        var shop = FactTable.From("shop", new[] { ("DK", 900, 27), ("SE", 400, 4) })
            .At(_ => new LocalDate(2026, 10, 2))
            .Dimension("market", day => day.Item1)
            .Value("visits", day => day.Item2, Unit.Count("visit"))
            .Value("orders", day => day.Item3, Unit.Count("order"))
            .Build();
        var orders = Metric.Sum("orders", shop, "orders");
        var rate = Kpi.Of("conversion-rate", Marketing.ConversionRate, orders, Metric.Sum("visits", shop, "visits"));
        var table = new InMemorySource(Calendar, shop).Query(Query.For(orders, rate).During(Calendar.Month(2026, 10)).By("market"));

        table.ToString().Should().Be("2 rows of orders, conversion-rate by market");
        table[0].ToString().Should().Be("2026-10, DK: orders 27, conversion-rate 3 %");
        table.Total.ToString().Should().Be("2026-10: orders 31, conversion-rate 2.38 %");
    }

    [Fact] // R: power.prop.test(p1 = 0.05, p2 = 0.06, power = 0.8) gives n = 8157.6 per group.
    public void SampleSize_AsText_SaysHowSure() => SampleSize.ForProportions(0.05, 0.06).ToString()
        .Should().Be("8,158 per group (power 0.8, significance 0.05)");

    [Fact] // 10 of 200 visitors are 5 %.
    public void GoalSeek_AsText_SaysWhatWasFound() => Marketing.Formulas.First(formula => formula.Id == "conversion-rate")
        .GoalSeek("conversions", 5.Percent(), Quantity.Count(1), Quantity.Count(200)).ToString().Should().StartWith("conversions: 10");
}

using NodaTime;

namespace GoalMetrics.Tests.Smart;

/// <summary>Goals of the real shop of the Webshop sample, set in autumn 2011. Its third quarter took GBP 540.64 per order.</summary>
public sealed class SmartOfRealDataTests
{
    private static readonly ReportingCalendar London = ReportingCalendar.Iso("Europe/London");

    // A bank holiday.
    private const string Closed = "DATA-DAYS-MISSING: Table 'webshop' has facts for almost every day, but none for 2011-08-29.";

    private static readonly FactTable Shop = Load();

    private static readonly Kpi OrderValue = Kpi.Of(
        "average-order-value",
        Commerce.AverageOrderValue,
        Metric.Sum("revenue", Shop, "revenue_gbp"),
        Metric.Sum("orders", Shop, "orders")).BetterWhen(Direction.HigherIsBetter);

    [Theory] // To raise the order value to £520 is to lower it.
    [InlineData(
        520, "TRACK-WRONG-WAY: From the measured baseline GBP 540.64 per order the target GBP 520.00 per order leads the wrong way.")]
    [InlineData(560, null)]
    public void Validate_OrderValueFromThatOfTheThirdQuarter_IsSmartOnlyIfItIsHigher(int pounds, string? found)
    {
        var report = Validate(OrderValue, Target.Reach(Money.Gbp(pounds).Per("order"), over: London.Quarter(2011, 3)), new(2011, 10, 1));

        report.Findings.Select(finding => $"{finding.Code}: {finding.Message()}")
            .Should().Equal(found is null ? [Closed] : [found, Closed]);
        report.IsSmart.Should().Be(found is null);
    }

    [Theory] // The data begin on 1 December 2010.
    [InlineData(2010, false)]
    [InlineData(2011, true)]
    public void Validate_RevenueOverAQuarter_NeedsAllOfIt(int year, bool isSmart)
    {
        var baseline = year == 2010 ? London.Quarter(2010, 4) : London.Quarter(2011, 3);
        var report = Validate(
            Metric.Sum("revenue", Shop, "revenue_gbp").BetterWhen(Direction.HigherIsBetter),
            Target.IncreaseBy(20.Percent(), over: baseline),
            new(2011, 10, 1));

        report.Findings.Select(finding => finding.Code)
            .Should().Equal(isSmart ? ["DATA-DAYS-MISSING"] : ["TRACK-BASELINE-PARTIAL", "DATA-DAYS-MISSING"]);
        report.IsSmart.Should().Be(isSmart);
    }

    private static SmartReport Validate(Measure measure, Target target, LocalDate day) => SmartValidator.Default.Validate(
        new("goal")
        {
            Statement = "Do better in the fourth quarter than before",
            Owner = "Sales",
            Serves = ["grow"],
            Measure = measure,
            Target = target,
            Period = London.Quarter(2011, 4),
        },
        null,
        new InMemorySource(London, Shop),
        London.StartOfDay(day));

    private static FactTable Load()
    {
        using var reader = DataFiles.Csv(DataFiles.Sample("Webshop", "webshop_daily.csv"));
        return FactTable.From("webshop", reader).AtDate("date")
            .Value("orders", Unit.Count("order")).Value("revenue_gbp", Unit.Money("GBP")).Build();
    }
}

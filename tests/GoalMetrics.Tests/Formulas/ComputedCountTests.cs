using NodaTime;

namespace GoalMetrics.Tests.Formulas;

/// <summary>A month with more cancellations than orders is one undefined cell of a table, not the end of the table.</summary>
public sealed class ComputedCountTests
{
    private static readonly (LocalDate Day, int Visits, int Orders, int Cancelled)[] Months =
    [
        (new(2026, 9, 14), 900, 27, 9), (new(2026, 10, 14), 900, 2, 3),
    ];

    public static TheoryData<Formula, string> NetConversion => new()
    {
        { Formula.Parse("net", "conversion_rate(orders - cancelled, visits)"), "orders - cancelled" },
        { Formula.Of("net", (orders, cancelled, visits) => Marketing.ConversionRate(orders - cancelled, visits)), "conversions" },
    };

    // The difference is a measure of its own, and so an input of the built-in formula.
    [Fact]
    public void Query_NegativeMeasureInOneMonth_IsOneUndefinedCell()
    {
        var (months, calendar, net) = Queried((orders, cancelled, visits) =>
            Kpi.Of("net-conversion", Marketing.ConversionRate, Kpi.Of("net-orders", (a, b) => a - b, orders, cancelled), visits));
        months[calendar.Month(2026, 9), net].Should().Be(Quantity.Ratio(0.02m));
        months[calendar.Month(2026, 10), net].ShouldBeUndefined(UndefinedReason.OutOfDomain, "conversions");
    }

    [Theory]
    [MemberData(nameof(NetConversion))]
    public void Query_NegativeCountInOneMonth_IsOneUndefinedCell(Formula formula, string cause)
    {
        var (months, calendar, net) = Queried((orders, cancelled, visits) => Kpi.Of("net-conversion", formula, orders, cancelled, visits));
        net.Unit.Should().Be(Unit.Ratio);

        // By hand: (27 - 9) / 900; 2 - 3 is below zero.
        months[calendar.Month(2026, 9), net].Should().Be(Quantity.Ratio(0.02m));
        months[calendar.Month(2026, 10), net].ShouldBeUndefined(UndefinedReason.OutOfDomain, cause);
    }

    private static (MetricTable Months, ReportingCalendar Calendar, Kpi Net) Queried(Func<Metric, Metric, Metric, Kpi> kpi)
    {
        var table = FactTable.From("shop", Months).At(month => month.Day)
            .Value("visits", month => month.Visits, Unit.Count("visit"))
            .Value("orders", month => month.Orders, Unit.Count("order"))
            .Value("cancelled", month => month.Cancelled, Unit.Count("order")).Build();
        var net = kpi(Sum("orders"), Sum("cancelled"), Sum("visits"));
        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
        return (
            new InMemorySource(calendar, table).Query(Query.For(net).Between(new(2026, 9, 1), new(2026, 11, 1)).By(Grain.Month)),
            calendar,
            net);

        Metric Sum(string column) => Metric.Sum(column, of: table, column: column);
    }
}

using NodaTime;

namespace GoalMetrics.Tests.Indicators.History;

// What the values of ratios and means rest on.
public class HistoryRatioTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    private static readonly FactTable Days = FactTable
        .From("days", new (int Day, int Orders, int Visits, decimal? Amount)[]
        {
            (1, 4, 100, 50m), (1, 1, 0, 150m), (2, 0, 0, null), (3, 3, 50, 20m), (3, 0, 10, null),
        })
        .At(row => new LocalDate(2026, 3, row.Day))
        .Value("orders", row => row.Orders, Unit.Count("order"))
        .Value("visits", row => row.Visits, Unit.Count("visit"))
        .Value("amount", row => row.Amount, Unit.Money("DKK"))
        .Build();

    private static readonly Metric Orders = Metric.Sum("orders", Days, "orders");
    private static readonly Metric Visits = Metric.Sum("visits", Days, "visits");
    private static readonly Metric Revenue = Metric.Sum("revenue", Days, "amount");

    [Fact] // 5 of 100, none of none, 3 of 60.
    public void Ratio_ADayWithoutDenominator_IsSettledAndUndefined()
    {
        var history = Read(Kpi.Of("rate", Marketing.ConversionRate, Orders, Visits));

        history.Points.Select(point => point.ToString()).Should().Equal(
            "2026-03-01: 5 %", "2026-03-02: undefined: zero denominator (visitors)", "2026-03-03: 5 %");
        history.Points.Select(point => point.N).Should().Equal(100, 0, 60);
        history.Points.Select(point => point.Numerator).Should().Equal(
            Quantity.Count(5, "order"), Quantity.Count(0, "order"), Quantity.Count(3, "order"));
        history.Points.Select(point => point.Denominator!.Value.Amount).Should().Equal(100m, 0m, 60m);
        history.Settled.Should().HaveCount(3);
        history.Values.Should().Equal(0.05, null, 0.05);
        (history.Numerator, history.Denominator).Should().Be((Orders, Visits));
    }

    [Fact]
    public void Ratio_WrittenInAnyForm_HasItsParts()
    {
        Parts(Measure.Of("per", (orders, visits) => orders.Per(visits), Orders, Visits)).Should().Be("orders / visits");
        Parts(Measure.Of("text", Formula.Parse("revenue / orders"), Revenue, Orders)).Should().Be("revenue / orders");
        Parts(Measure.Of("turned", Formula.Parse("orders * 1000 / revenue"), Orders, Revenue)).Should().Be("orders / revenue");
        Parts(Measure.Of("cpm", Marketing.CostPerMille, Revenue, Visits)).Should().Be("revenue / visits");
    }

    [Fact]
    public void NoRatio_OfAnyForm_HasNoParts()
    {
        Parts(Revenue).Should().Be("none");
        Parts(Measure.Of("gain", Formula.Parse("now - then"), Revenue, Revenue.Previous(Grain.Day))).Should().Be("none");
        Parts(Measure.Of("growth", Finance.GrowthRate, Revenue, Revenue.Previous(Grain.Day))).Should().Be("none");
        Parts(Measure.Of("double", Formula.Parse("orders * 2"), Orders)).Should().Be("none");
        Parts(Measure.Of("each", Formula.Parse("orders / visits"), Orders, Visits).AverageOver(Grain.Day)).Should().Be("none");
    }

    [Fact] // 5 of 100, 5 of 100, and in two days 3 of 60.
    public void Ratio_InRollingWindows_HasThePartsOfTheWindow()
    {
        var history = Read(Measure.Of("rate", Marketing.ConversionRate, Orders, Visits).Rolling(2, Grain.Day));

        history.Points.Select(point => point.N).Should().Equal(100, 100, 60);
        history.Points.Select(point => point.IsSettled).Should().Equal(false, true, true);
    }

    [Fact] // A mean of two values, of none, and of one: the fact without a value does not count.
    public void Mean_FactsWithoutValue_AreNotAmongItsNumber()
    {
        var history = Read(Metric.Average("order-value", Days, "amount"));

        history.Points.Select(point => point.N).Should().Equal(2, 0, 1);
        history.Values.Should().Equal(100d, null, 20d);
        Read(Kpi.Of("median", Metric.Median("m", Days, "amount"))).Points.Select(point => point.N).Should().Equal(2, 0, 1);
        Read(Metric.Average("order-value", Days, "amount").Rolling(3, Grain.Day)).Points[^1].N.Should().Be(3);
        Read(Revenue).Points.Should().OnlyContain(point => point.N == null);
    }

    [Fact] // Two visits on the 1st, one bought; on the 4th another, whose seven days are not over on the 9th.
    public void Conversions_WindowsThatAreOpen_AreSettlingAndImmature()
    {
        var visits = Events("visits", (1, "ann"), (1, "bob"), (4, "cid"));
        var orders = Events("orders", (3, "ann"), (8, "cid"));
        var rate = Conversions.Of(visits, orders, "customer", Duration.FromDays(7)).Rate("rate");
        var asOf = Calendar.StartOfDay(new LocalDate(2026, 3, 9));
        var history = new InMemorySource(Calendar, visits, orders).History(rate, Grain.Day, asOf);

        history.Points.Take(4).Select(point => point.ToString()).Should().Equal(
            "2026-03-01: 50 %",
            "2026-03-02: undefined: zero denominator (baseEvents) (settling)",
            "2026-03-03: undefined: zero denominator (baseEvents) (settling)",
            "2026-03-04: undefined: too early to tell (baseEvents) (settling)");
        history.Points[0].N.Should().Be(2);
        history.Values[0].Should().Be(0.5);
        history.Values.Skip(1).Should().OnlyContain(value => value == null);
    }

    private static string Parts(Measure measure) =>
        Read(measure) is { Numerator: { } above, Denominator: { } below } ? $"{above} / {below}" : "none";

    private static MeasureHistory Read(Measure measure) =>
        new InMemorySource(Calendar, Days).History(measure, Grain.Day, Calendar.StartOfDay(new LocalDate(2026, 3, 4)));

    private static FactTable Events(string name, params (int Day, string Customer)[] rows) => FactTable.From(name, rows)
        .At(row => new LocalDate(2026, 3, row.Day))
        .Dimension("customer", row => row.Customer)
        .Covering(new(2026, 3, 1), new(2026, 3, 9))
        .Build();
}

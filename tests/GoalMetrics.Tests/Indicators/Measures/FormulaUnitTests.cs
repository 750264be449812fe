using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures;

/// <summary>A formula whose unit depends on the amounts is refused where a value shows it.</summary>
public sealed class FormulaUnitTests
{
    private static readonly FactTable Shop = FactTable.From("shop", new[] { (1, 310, 3_100), (2, 20, 200) })
        .At(row => new LocalDate(2026, row.Item1, 5))
        .Value("orders", row => row.Item2, Unit.Count("order"))
        .Value("visits", row => row.Item3, Unit.Count("visit"))
        .Build();

    private static readonly Metric Orders = Metric.Sum("orders", Shop, "orders");

    private static readonly Metric Visits = Metric.Sum("visits", Shop, "visits");

    [Fact]
    public void Query_UnitChangesFromRowToRow_NamesTheMeasure()
    {
        var changing = Kpi.Of("changing", (orders, visits) => orders.AmountOrNull > 300m ? orders : orders / visits, Orders, Visits);
        var table = new InMemorySource(ReportingCalendar.Utc, Shop).Query(Query.For(changing, Orders).By(Grain.Month));

        Messages.Of<UnitMismatchException>(() => table[0][changing]).Should().Be(
            "The formula of 'changing' gave 310 in count of order; expected ratio, as for other amounts. Give every result in one unit.");
        table[0][Orders].Amount.Should().Be(310);
        table[1][changing].Should().Be(Quantity.Ratio(0.1m));
    }

    [Fact] // It is called once when it is defined, before there are any facts.
    public void Of_FormulaThatThrowsForSampleValues_SaysThatItWasTried() =>
        Messages.Of<ArgumentException>(
            () => Kpi.Of("k", (orders, visits) => Quantity.Ratio((int)orders.Amount / (int)visits.Amount), Orders, Visits))
            .Should().Be(
                "Measure 'k': its formula was tried with sample values between 0 and 100 to learn the unit of its result, and threw"
                + " DivideByZeroException: Attempted to divide by zero. Let it take any amount: quantities that are divided by 0 are"
                + " undefined.");

    [Fact]
    public void AddingUpOverTime_FormulaThatThrowsForSampleValues_SaysThatItWasTried() =>
        Messages.Of<NotAdditiveException>(() => Kpi.Of("k", orders => orders * Fee(orders), Orders).AddingUpOverTime())
            .Should().StartWith(
                "KPI 'k' cannot add up over time: its formula does more than add. It threw InvalidOperationException when it was tried with"
                + " sample values: no fee. A goal on the KPI");

    [Fact]
    public void Query_OneUnit_IsComputed()
    {
        var rate = Kpi.Of("rate", (orders, visits) => orders / visits, Orders, Visits);

        new InMemorySource(ReportingCalendar.Utc, Shop).Query(Query.For(rate)).Total[rate].Should().Be(Quantity.Ratio(0.1m));
    }

    private static Quantity Fee(Quantity orders) =>
        orders.AmountOrNull >= 1_000m ? throw new InvalidOperationException("no fee.") : Money.Dkk(1).Per("order");
}

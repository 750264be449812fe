using NodaTime;

namespace GoalMetrics.Tests.Indicators.Planning;

/// <summary>Rows that were refused are reported wherever the numbers of the others are shown.</summary>
public sealed class RefusedRowsTests
{
    private const string Message = "Table 't' lacks the rows that were refused when it was loaded: 14.";

    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;

    // 100 a day for four weeks, but every second amount is below 0 where a count is expected.
    private static readonly FactTable Table = FactTable.From("t", Enumerable.Range(0, 28))
        .At(day => new LocalDate(2026, 6, 1).PlusDays(day))
        .Value("orders", day => day % 2 == 0 ? 100 : -1, Unit.Count("order"))
        .KeepGoodRows()
        .Build();

    private static readonly Metric Orders = Metric.Sum("orders", Table, "orders").BetterWhen(Direction.HigherIsBetter);

    private static readonly InMemorySource Source = new(Calendar, Table);

    private static readonly SmartGoal Goal = new("goal")
    {
        Measure = Orders,
        Target = Target.Reach(Quantity.Count(1_000, "order")),
        Period = Calendar.Month(2026, 6),
    };

    private static readonly Instant July = Calendar.StartOfDay(new(2026, 7, 1));

    [Fact]
    public void Query_TableWithRefusedRows_SaysSo()
    {
        var table = Source.Query(Query.For(Orders));

        table.Total[Orders].Amount.Should().Be(1_400m);
        var finding = table.Findings.Should().ContainSingle().Which;
        finding.Message().Should().Be(Message);
        (finding.Code, finding.Severity, finding.Path).Should().Be(("DATA-REFUSED-ROWS", FindingSeverity.Warning, "tables/t"));
    }

    [Fact]
    public void Track_TableWithRefusedRows_SaysSo()
    {
        var progress = GoalTracker.Default.Track(Goal, Source, July);

        progress.Findings.Select(finding => finding.Message()).Should().Contain(Message);
        progress.ToText().Should().Contain(Message);
    }

    [Fact]
    public void Scorecard_TableWithRefusedRows_SaysSoOnce()
    {
        var strategy = new Strategy
        {
            BusinessGoals = [new("growth")],
            Goals = [Goal],
            Kpis = [Kpi.Of("orders-kpi", Orders).Serving("growth")],
        };

        Scorecard.Create(strategy, Source, July).Findings.Count(finding => finding.Message() == Message).Should().Be(1);
    }

    [Fact]
    public void Query_NothingRefused_SaysNothing()
    {
        var clean = FactTable.From("t", new[] { 100 })
            .At(_ => new LocalDate(2026, 6, 1))
            .Value("orders", it => it, Unit.Count("order"))
            .Build();

        new InMemorySource(Calendar, clean).Query(Query.For(Metric.Sum("orders", clean, "orders"))).Findings.Should().BeEmpty();
    }
}

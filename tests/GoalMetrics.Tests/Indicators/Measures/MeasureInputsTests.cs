using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures;

/// <summary>Formulas over one to four measures: each input has a digit of the value to itself.</summary>
public sealed class MeasureInputsTests
{
    private static readonly FactTable Digits = FactTable.From("digits", [(A: 2m, B: 3m, C: 5m, D: 7m)]).AllAt(new LocalDate(2026, 1, 1))
        .Value("a", fact => fact.A, Unit.Count()).Value("b", fact => fact.B, Unit.Count())
        .Value("c", fact => fact.C, Unit.Count()).Value("d", fact => fact.D, Unit.Count()).Build();

    private static readonly Metric A = Metric.Sum("a", Digits, "a");
    private static readonly Metric B = Metric.Sum("b", Digits, "b");
    private static readonly Metric C = Metric.Sum("c", Digits, "c");
    private static readonly Metric D = Metric.Sum("d", Digits, "d");

    [Fact]
    public void MeasureOf_OneToFourInputs_TakesThemInOrder()
    {
        ValueOf(Measure.Of("one", a => a, A)).Should().Be(2m);
        ValueOf(Measure.Of("two", (a, b) => (10m * a) + b, A, B)).Should().Be(23m);
        ValueOf(Measure.Of("three", (a, b, c) => (100m * a) + (10m * b) + c, A, B, C)).Should().Be(235m);
        ValueOf(Measure.Of("four", (a, b, c, d) => (1_000m * a) + (100m * b) + (10m * c) + d, A, B, C, D)).Should().Be(2_357m);
    }

    [Fact]
    public void KpiOf_OneToFourInputs_TakesThemInOrder()
    {
        ValueOf(Kpi.Of("one", a => a, A)).Should().Be(2m);
        ValueOf(Kpi.Of("two", (a, b) => (10m * a) + b, A, B)).Should().Be(23m);
        ValueOf(Kpi.Of("three", (a, b, c) => (100m * a) + (10m * b) + c, A, B, C)).Should().Be(235m);
        ValueOf(Kpi.Of("four", (a, b, c, d) => (1_000m * a) + (100m * b) + (10m * c) + d, A, B, C, D)).Should().Be(2_357m);
    }

    [Fact]
    public void Of_ParsedFormula_TakesItsInputsInTheOrderOfItsText()
    {
        var formula = Formula.Parse("1000 * w + 100 * x + 10 * y + z");

        ValueOf(Measure.Of("text", formula, A, B, C, D)).Should().Be(2_357m);
        ValueOf(Kpi.Of("text", formula, A, B, C, D)).Should().Be(2_357m);
    }

    private static decimal ValueOf(Measure measure) =>
        new InMemorySource(ReportingCalendar.Utc, Digits).Query(Query.For(measure)).Total[measure].Amount;
}

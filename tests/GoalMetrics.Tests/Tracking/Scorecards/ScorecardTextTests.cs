using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking.Scorecards;

public sealed class ScorecardTextTests
{
    // 100 a day in January, 120 a day in February, until the 14th.
    private static readonly FactTable Shop = FactTable.From("shop", Enumerable.Range(0, 45))
        .At(day => new LocalDate(2026, 1, 1).PlusDays(day))
        .Value("revenue", day => day < 31 ? 100m : 120m, Unit.Money("DKK"))
        .Covering(new(2026, 1, 1), new(2026, 2, 15)).Build();

    private static readonly Metric Revenue = Metric.Sum("revenue", Shop, "revenue").BetterWhen(Direction.HigherIsBetter);

    private static readonly Scorecard Card = Scorecard.Create(
        new()
        {
            BusinessGoals = [new("growth") { Title = new("Growth", "Vækst") }],
            Goals =
            [
                new("more")
                {
                    Statement = "Sell for 3,360 in February",
                    Measure = Revenue,
                    Target = Target.Reach(Money.Dkk(3_360)),
                    Period = Utc.Month(2026, 2),
                    Serves = ["growth"],
                },
            ],
            Kpis = [Kpi.Of("revenue-kpi", Revenue).Titled(new("Revenue", "Omsætning"))],
            PerformanceIndicators = [PerformanceIndicator.Daily(Metric.Average("mean", Shop, "revenue"))],
        },
        new InMemorySource(Utc, Shop),
        Utc.StartOfDay(new(2026, 2, 15)));

    [Fact]
    public void ToText_HasALineForEach() => Card.ToText().Should().Be(
        """
        Growth: 50 % attained, worst status: On track
        Sell for 3,360 in February: On track: 50 % of the target, 50 % expected, pace 1.00, lands at DKK 3,360.00, target DKK 3,360.00
        Revenue, 2026-02 so far: DKK 1,680.00 (+DKK 280.00 since 2026-01, better)
        mean, 2026-02-14: DKK 120.00 (DKK 0.00 since 2026-02-13)
        """.ReplaceLineEndings("\n"));

    [Fact] // What is not known stands where the figures are read.
    public void ToText_DataThatEndEarly_SaysSo() => Scorecard.Create(
            new() { Kpis = [Kpi.Of("revenue-kpi", Revenue)] }, new InMemorySource(Utc, Shop), Utc.StartOfDay(new(2026, 2, 20)))
        .ToText().Should().EndWith(
            "\nThe data of table 'shop' end with 2026-02-14; nothing after that day is counted or compared.");

    [Theory] // Data until the end of January: its figures are those of the first day of February, at every hour.
    [InlineData(0)]
    [InlineData(10)]
    public void ToText_OnAFirstDayWithoutData_ShowsThePeriodBefore(int hour)
    {
        var table = FactTable.From("shop", Enumerable.Range(0, 62)).At(day => new LocalDate(2025, 12, 1).PlusDays(day))
            .Value("revenue", _ => 100m, Unit.Money("DKK")).Build();
        var revenue = Kpi.Of("revenue", Metric.Sum("sold", table, "revenue").BetterWhen(Direction.HigherIsBetter));
        var card = Scorecard.Create(
            new() { Kpis = [revenue] }, new InMemorySource(Utc, table), Utc.StartOfDay(new(2026, 2, 1)) + Duration.FromHours(hour));

        card.ToText().Should().Be("revenue, 2026-01: DKK 3,100.00 (DKK 0.00 since 2025-12, unchanged)");
    }

    [Fact] // Two KPIs of one formula have its title; the third has one of its own.
    public void ToText_KpisOfTheSameTitle_AreToldApartByTheirIds()
    {
        var monthly = Kpi.Of("monthly", Finance.GrowthRate, Revenue, Revenue.Previous(Grain.Month));
        var yearly = Kpi.Of("yearly", Finance.GrowthRate, Revenue, Revenue.Previous(Grain.Year));
        Scorecard card = Scorecard.Create(
            new() { Kpis = [monthly, yearly, Kpi.Of("revenue-kpi", Revenue)] },
            new InMemorySource(Utc, Shop),
            Utc.StartOfDay(new(2026, 2, 15)));

        card.ToText().Split('\n').Select(line => line.Split(',')[0]).Take(3).Should().Equal(
            "Growth rate (monthly)", "Growth rate (yearly)", "revenue-kpi");
        card.ToText(new("da")).Should().StartWith("Vækstrate (monthly), ");
        card.Kpis[2].ToString().Should().Be("revenue-kpi, 2026-02: DKK 1,680.00");
    }

    [Fact]
    public void ToText_InDanish_IsInDanish() => Card.ToText(new("da-DK")).ReplaceLineEndings("\n").Replace('\u00A0', ' ').Should().Contain(
        "Omsætning, 2026-02 indtil nu: 1.680,00 kr. (+280,00 kr. siden 2026-01, bedre)");
}

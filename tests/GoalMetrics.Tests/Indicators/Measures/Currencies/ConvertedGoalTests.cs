using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.Currencies;

// Goals and scorecards read converted money as they read any measure, and say what to do where it is not converted.
public sealed class ConvertedGoalTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;
    private static readonly Instant April = Instant.FromUtc(2024, 4, 1, 0, 0);

    private static readonly FactTable Sales = FactTable.From<(LocalDate Day, decimal Amount, string Currency)>(
        "sales", [(new(2024, 3, 14), 200m, "USD"), (new(2024, 3, 18), 10m, "EUR")])
        .At(sale => sale.Day).Value("amount", sale => sale.Amount, currency: sale => sale.Currency)
        .Covering(new(2024, 3, 1), new(2024, 4, 1)).Build();

    private static readonly Metric Revenue = Metric.Sum("revenue", Sales, "amount");
    private static readonly Metric InKroner = Revenue.ConvertedTo("DKK", Ecb.Rates).As("in-kroner");
    private static readonly InMemorySource Source = new(Calendar, Sales);

    // 200 × 6.82526315789474 + 10 × 7.4564 = 1439.616631578948 of 1,000.
    [Fact]
    public void Track_AGoalOnConvertedMoney_IsJudged()
    {
        var progress = GoalTracker.Default.Track(Goal(InKroner), Source, April);
        progress.Status.Should().Be(GoalStatus.Achieved);
        progress.Actual.Should().Be(Money.Dkk(1439.616631578948m));
    }

    [Fact]
    public void Scorecard_MoneyThatIsNotConverted_IsAFindingWithTheRemedy()
    {
        var dollars = Revenue.Where(Filter.Equal("currency", "USD"));
        var strategy = new Strategy
        {
            Goals = [Goal(InKroner)],
            Kpis = [Kpi.Of("kroner", InKroner), Kpi.Of("mixed", Revenue), Kpi.Of("dollars", dollars)],
        };
        var scorecard = Scorecard.Create(strategy, Source, April);
        scorecard.Goals[0].Status.Should().Be(GoalStatus.Achieved);
        scorecard.Kpis.Select(kpi => kpi.LatestClosed.Value.ToString(null))
            .Should().Equal("DKK 1,439.62", "undefined: not additive (revenue)", "USD 200.00");
        scorecard.Findings.Select(finding => finding.Message()).Where(message => message.Contains("currencies"))
            .Should().ContainSingle().Which.Should().StartWith(
                "'mixed' could not be evaluated: 'revenue' is of money in several currencies: each value of 'amount' in table 'sales'");
    }

    private static SmartGoal Goal(Measure measure) => new("sell")
    {
        Measure = measure,
        Target = Target.Reach(Money.Dkk(1_000m)),
        Period = Calendar.Month(2024, 3),
    };
}

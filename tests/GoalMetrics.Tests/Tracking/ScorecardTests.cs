using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

/// <summary>A small shop: orders by market, customers counted per day before they came.</summary>
public sealed class ScorecardTests
{
    private static readonly FactTable Shop = FactTable.From("shop", new[]
    {
        (Day: new LocalDate(2026, 2, 3), Market: "UK", Orders: 20m), // a year earlier, inside the first ten days
        (Day: new LocalDate(2026, 2, 20), Market: "UK", Orders: 5m), // and after them
        (Day: new LocalDate(2027, 1, 4), Market: "UK", Orders: 40m),
        (Day: new LocalDate(2027, 1, 20), Market: "DK", Orders: 60m),
        (Day: new LocalDate(2027, 2, 2), Market: "UK", Orders: 30m),
        (Day: new LocalDate(2027, 2, 10), Market: "DK", Orders: 20m),
    }).At(row => (LocalDate?)row.Day).Dimension("market", row => row.Market)
        .Value("orders", row => row.Orders, Unit.Count("order"))
        .DistinctCount("customers", row => (long)row.Orders, Unit.Count("customer"), Grain.Day)
        .Covering(new(2026, 1, 1), new(2027, 4, 1)).Build();

    private static readonly Metric Orders = Metric.Sum("orders", Shop, "orders").BetterWhen(Direction.HigherIsBetter);

    private static readonly Kpi OrdersKpi = Kpi.Of("orders-by-market", Orders).ShownBy("market").Serving("growth");

    private static readonly PerformanceIndicator OrdersADay = PerformanceIndicator.Daily(Orders);

    private static readonly PerformanceIndicator Customers = PerformanceIndicator.Daily(Metric.Sum("customers", Shop, "customers"));

    private static readonly InMemorySource Source = new(Utc, Shop);

    private static readonly Instant The11th = Utc2027(2, 11);

    private static readonly Strategy Strategy = new()
    {
        BusinessGoals = [new("growth"), new("happiness")],
        Goals = [new("more-orders") { Measure = OrdersKpi, Target = Target.Reach(200), Period = Utc.Month(2027, 2), Serves = ["growth"] }],
        Kpis = [OrdersKpi.DrivenBy(OrdersADay, Customers)],
    };

    [Fact] // February 1–10: 30 + 20, against January 1–10: 40, and February 1–10 of 2026: 20.
    public void Create_Kpi_IsComparedLikeForLike()
    {
        var current = Scorecard.Create(Strategy, Source, The11th).Kpis.Single().Current;
        (current.Period, current.State).Should().Be((Utc.Month(2027, 2), PeriodState.Open));
        (current.Value.Amount, current.Previous.Amount, current.FromYearEarlier.From.Amount).Should().Be((50m, 40m, 20m));
        current.FromPrevious.Relative.Should().Be(25.Percent());
        current.Verdict.Should().Be(ChangeVerdict.Better);
    }

    [Fact] // January: 40 + 60.
    public void Create_Kpi_HasItsLatestClosedPeriod()
    {
        var latest = Scorecard.Create(Strategy, Source, The11th).Kpis.Single().LatestClosed;
        (latest.Period, latest.State, latest.Value.Amount).Should().Be((January, PeriodState.Closed, 100m));
        latest.ToString().Should().Be("2027-01: 100");
    }

    [Fact] // DK 20 against 0, UK 30 against 40.
    public void Create_KpiWithDimensions_HasAReadingForEachMember()
    {
        var breakdown = Scorecard.Create(Strategy, Source, The11th).Kpis.Single().Breakdown;
        breakdown.Select(one => $"{one.Members[0]} {one.Reading.Value.Amount} {one.Reading.Previous.Amount} {one.Reading.Verdict}")
            .Should().BeEquivalentTo("DK 20 0 Better", "UK 30 40 Worse");
        breakdown.Select(one => one.ToString()).Should().BeEquivalentTo("DK, 2027-02: 20", "UK, 2027-02: 30");
    }

    [Fact]
    public void Create_AtMidnight_LooksAtTheDayJustEnded()
    {
        var indicator = Scorecard.Create(Strategy, Source, The11th).PerformanceIndicators[0];
        (indicator.Current.Period, indicator.Current.State, indicator.Current.Value.Amount)
            .Should().Be((Utc.Day(new(2027, 2, 10)), PeriodState.Closed, 20m));
        indicator.LatestClosed.Period.Should().Be(indicator.Current.Period);

        var later = Scorecard.Create(Strategy, Source, The11th + Duration.FromHours(9)).PerformanceIndicators[0];
        (later.Current.Period, later.Current.State).Should().Be((Utc.Day(new(2027, 2, 11)), PeriodState.Open));
        later.LatestClosed.Value.Amount.Should().Be(20m);
    }

    [Fact] // On 1 February at midnight the month to look at is January, whole.
    public void Create_AtTheTurnOfTheMonth_LooksAtTheMonthJustEnded()
    {
        var kpi = Scorecard.Create(Strategy, Source, Utc2027(2, 1)).Kpis.Single();
        (kpi.Current.Period, kpi.Current.State, kpi.Current.Value.Amount).Should().Be((January, PeriodState.Closed, 100m));
    }

    [Fact]
    public void Create_IndicatorThatMustNotBeAdded_BecomesAFinding()
    {
        var scorecard = Scorecard.Create(Strategy, Source, The11th);
        var customers = scorecard.PerformanceIndicators[1];
        customers.Current.Value.ShouldBeUndefined(UndefinedReason.NotAdditive, "customers");
        (customers.Current.State, customers.LatestClosed.State, customers.Current.Verdict)
            .Should().Be((PeriodState.Closed, PeriodState.Closed, ChangeVerdict.Unknown));
        var finding = scorecard.Findings.Single(one => one.Code == "SCORECARD-NO-VALUE");
        finding.ToString()
            .Should().Be(
                "Warning SCORECARD-NO-VALUE at performance-indicators/customers: 'customers' has no value in 2027-02-10: not"
                + " additive (customers).");
        finding.Message(Danish).Should().Be("'customers' har ingen værdi i 2027-02-10: kan ikke lægges sammen (customers).");
        finding.Suggestion().Should().Be("Check that its facts are loaded, and that it can be computed by the day.");
        finding.Suggestion(Danish).Should().Be("Sørg for, at data er indlæst, og at tallet kan opgøres pr. dag.");
    }

    [Fact] // March is covered and had no orders: 0. 8 April is not covered.
    public void Create_Findings_AreThoseOfTheStrategyOfGoalsAndOfMeasures() =>
        Scorecard.Create(Strategy, Source, Utc2027(4, 9)).Findings.Select(finding => finding.Code).Should().Equal(
            "STRATEGY-BUSINESS-GOAL-WITHOUT-KPI",
            "DATA-END",
            "SCORECARD-NO-VALUE",
            "SCORECARD-NO-VALUE");

    [Fact]
    public void Create_BusinessGoals_AreRolledUp()
    {
        var scorecard = Scorecard.Create(Strategy, Source, The11th);
        scorecard.Goals.Single().Attainment.Should().Be(25.Percent()); // 50 / 200
        scorecard.BusinessGoals[0].Attainment.Should().Be(25.Percent());
        scorecard.BusinessGoals[1].Goals.Should().BeEmpty();
        (scorecard.Strategy, scorecard.AsOf).Should().Be((Strategy, The11th));
    }

    [Fact]
    public void Create_Null_Throws()
    {
        Messages.Of<ArgumentNullException>(() => Scorecard.Create(null!, Source, The11th)).Should().Contain("'strategy'");
        Messages.Of<ArgumentNullException>(() => Scorecard.Create(Strategy, null!, The11th)).Should().Contain("'source'");
    }

    [Fact]
    public void Create_EmptyStrategy_IsEmpty() => Scorecard.Create(new(), Source, The11th).Findings.Should().BeEmpty();

    [Fact] // However many goals, KPIs and indicators there are.
    public async Task CreateAsync_AnyStrategy_AsksTheSourceTwice()
    {
        var source = new ProbedSource(Source);
        await Scorecard.CreateAsync(Strategy, source, The11th, cancellationToken: TestContext.Current.CancellationToken);
        (source.DescribeCount, source.AggregateCount).Should().Be((1, 1));
    }

    [Fact]
    public async Task CreateAsync_TwentyGoalsAndThirtyKpis_AsksTheSourceTwice()
    {
        string[] markets = ["DK", "UK"];
        List<Kpi> kpis = [.. Enumerable.Range(0, 30).Select(KpiAt)];
        var strategy = new Strategy
        {
            BusinessGoals = [new("growth")],
            Goals = [.. kpis.Take(20).Select(kpi => new SmartGoal($"more-{kpi.Id}")
            {
                Measure = kpi,
                Target = Target.IncreaseBy(20.Percent(), over: Utc.Month(2026, 2)),
                Period = Utc.Month(2027, 2),
                Serves = ["growth"],
            })],
            Kpis = kpis,
        };
        var source = new ProbedSource(Source);

        var card = await Scorecard.CreateAsync(strategy, source, The11th, cancellationToken: TestContext.Current.CancellationToken);

        (card.Goals.Count, card.Kpis.Count).Should().Be((20, 30));
        (source.DescribeCount, source.AggregateCount).Should().Be((1, 1));

        Kpi KpiAt(int number)
        {
            var orders = Orders.Where(Filter.Equal("market", markets[number % 2])).As($"orders-{number}");
            return Kpi.Of($"kpi-{number}", orders).Serving("growth").DrivenBy(PerformanceIndicator.Daily(orders), OrdersADay);
        }
    }
}

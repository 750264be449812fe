using NodaTime;

namespace GoalMetrics.Tests.Tracking;

/// <summary>
/// Scorecards judge the time that all tables of a measure cover, on both sides of a comparison. Every day is the same: DKK 100, 10 orders,
/// 100 visits.
/// </summary>
public sealed class ScorecardCoverageTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Theory] // Known until 1 March, seen on the 2nd.
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(23)]
    public void Current_AtAnyHourOfTheDay_IsComparedWithAsManyDays(int hour)
    {
        var current = ReadRevenue(At(3, 2, hour), Days("t", 1, 1, 60)).Kpis[0].Current;

        (current.Value, current.Previous).Should().Be((Money.Dkk(100), Money.Dkk(100)));
        current.Verdict.Should().Be(ChangeVerdict.Unchanged);
    }

    [Fact] // Known until 20 April, seen on the 26th.
    public void Current_FeedSomeDaysLate_IsComparedWithAsManyDaysAndSaysSo()
    {
        var scorecard = ReadRevenue(At(4, 26), Days("t", 1, 1, 110));
        var current = scorecard.Kpis[0].Current;

        (current.Value, current.Previous, current.Verdict).Should().Be((Money.Dkk(2_000), Money.Dkk(2_000), ChangeVerdict.Unchanged));
        scorecard.Findings.Select(finding => finding.Message()).Should().Contain(
            "The data of table 't' end with 2026-04-20; nothing after that day is counted or compared.");
    }

    [Fact] // Known until 20 April: of May nothing was read, which is not until a moment before it begins.
    public void Current_PeriodWithoutData_IsReadUntilItsStart()
    {
        var current = ReadRevenue(At(5, 3), Days("t", 1, 1, 110)).Kpis[0].Current;

        (current.ReadUntil, current.IsFullyCovered).Should().Be((At(5, 1), false));
        current.Compared[0].ToString().Should().Be("none of 2026-05 with none of 2026-04");
    }

    [Fact] // Orders until 10 April, visits until 25 April: the rate is 10 % every day.
    public void Current_TwoTablesThatEndApart_IsReadWhileBothGoOn()
    {
        var (orders, visits) = (Days("o", 1, 1, 100), Days("v", 1, 1, 115));
        var current = Read(At(4, 26), Rate(orders, visits), orders, visits).Kpis[0].Current;

        (current.Value, current.Previous).Should().Be((10.Percent(), 10.Percent()));
        current.Verdict.Should().Be(ChangeVerdict.Unchanged);
    }

    [Fact] // Orders since 20 March: only visits since then are set against them, and April is not compared with these days.
    public void LatestClosed_TwoTablesThatBeginApart_IsReadSinceBothBegan()
    {
        var (orders, visits) = (Days("o", 3, 20, 60), Days("v", 1, 1, 140));
        var inApril = Read(At(4, 10), Rate(orders, visits), orders, visits).Kpis[0].LatestClosed;
        var inMay = Read(At(5, 10), Rate(orders, visits), orders, visits).Kpis[0].LatestClosed;

        (inApril.Value, inApril.Verdict).Should().Be((10.Percent(), ChangeVerdict.Unknown));
        inMay.Value.Should().Be(10.Percent());
        inMay.Verdict.Should().Be(ChangeVerdict.Unknown);
    }

    [Fact] // The shop's data begin on 25 March: DKK 3,000 in April are not 329 % more than seven days of March.
    public void LatestClosed_EarlierPeriodPartlyCovered_IsNotCompared()
    {
        var scorecard = ReadRevenue(At(5, 1), Days("t", 3, 25, 60));
        var latest = scorecard.Kpis[0].LatestClosed;

        latest.Value.Should().Be(Money.Dkk(3_000));
        latest.FromPrevious.Absolute.Reason.Should().Be(UndefinedReason.InsufficientData);
        latest.Verdict.Should().Be(ChangeVerdict.Unknown);
        scorecard.Findings.Select(finding => finding.Message()).Should().Contain(
            "The data of table 't' begin with 2026-03-25; nothing before that day is counted or compared.");
    }

    [Fact] // October is over by the clock, and known in part.
    public void LatestClosed_KnownInPart_IsComparedWithAsMuch()
    {
        var latest = ReadRevenue(At(4, 2), Days("t", 1, 1, 74)).Kpis[0].LatestClosed;

        (latest.Value, latest.Previous, latest.Verdict).Should().Be((Money.Dkk(1_500), Money.Dkk(1_500), ChangeVerdict.Unchanged));
        latest.State.Should().Be(PeriodState.Closed);
    }

    [Fact] // Facts may come for two days more, so February is not closed on 2 March, whatever the hour.
    public void LatestClosed_WhileFactsMayComeIn_IsSettling()
    {
        var table = FactTable.From("t", Enumerable.Range(0, 60))
            .At(i => new LocalDate(2026, 1, 1).PlusDays(i))
            .Value("amount", _ => 100m, Unit.Money("DKK"))
            .SettlesAfter(Duration.FromDays(2))
            .Build();

        ReadRevenue(At(3, 2, 10), table).Kpis[0].LatestClosed.State.Should().Be(PeriodState.Settling);
        ReadRevenue(At(3, 3, 10), table).Kpis[0].LatestClosed.State.Should().Be(PeriodState.Closed);
    }

    [Fact] // The law: nothing changes while only the clock moves within a day.
    public void Readings_WithinADay_AreTheSame()
    {
        var table = Days("t", 1, 1, 60);
        var readings = Enumerable.Range(1, 24 * 4).Select(quarter =>
        {
            var asOf = At(3, 2) + Duration.FromMinutes((15 * quarter) - 1);
            var kpi = ReadRevenue(asOf, table).Kpis[0];
            return (kpi.Current.Value, kpi.Current.Verdict, kpi.Current.Previous, kpi.LatestClosed.Value, kpi.LatestClosed.Verdict);
        });

        readings.Distinct().Should().ContainSingle();
    }

    [Fact]
    public void Findings_MisspeltMember_IsFoundOnceForGoalsAndKpis()
    {
        const string Message = "No fact of table 't' has 'dk' in 'market', which a filter of 'dk' names. The nearest: DK.";
        var table = Days("t", 1, 1, 60);
        var metric = Metric.Sum("revenue", table, "amount")
            .Where(Filter.Equal("market", "dk"))
            .As("dk")
            .BetterWhen(Direction.HigherIsBetter);
        var goal = new SmartGoal("goal") { Measure = metric, Target = Target.Reach(Money.Dkk(10)), Period = Calendar.Month(2026, 2) };
        var source = new InMemorySource(Calendar, table);

        var scorecard = Scorecard.Create(new() { Goals = [goal], Kpis = [Kpi.Of("kpi", metric)] }, source, At(3, 1));
        scorecard.Findings.Count(finding => finding.Message() == Message).Should().Be(1);
        scorecard.Goals[0].ToText().Should().Contain(Message);
        GoalTracker.Default.Track(goal, source, At(3, 1)).Findings.Select(finding => finding.Message()).Should().Contain(Message);
    }

    private static Scorecard ReadRevenue(Instant asOf, FactTable table) => Read(
        asOf, Kpi.Of("revenue", Metric.Sum("amount", table, "amount")).BetterWhen(Direction.HigherIsBetter), table);

    private static Scorecard Read(Instant asOf, Kpi kpi, params InMemoryTable[] tables) =>
        Scorecard.Create(new() { Kpis = [kpi] }, new InMemorySource(Calendar, tables), asOf);

    private static Kpi Rate(FactTable orders, FactTable visits) => Kpi.Of(
        "rate", Marketing.ConversionRate, Metric.Sum("orders", orders, "orders"), Metric.Sum("visits", visits, "visits"))
        .BetterWhen(Direction.HigherIsBetter);

    private static Instant At(int month, int day, int hour = 0) =>
        Calendar.StartOfDay(new(2026, month, day)) + Duration.FromHours(hour);

    private static FactTable Days(string name, int month, int day, int count) => FactTable.From(name, Enumerable.Range(0, count))
        .At(i => new LocalDate(2026, month, day).PlusDays(i))
        .Dimension("market", i => i % 2 == 0 ? "DK" : "SE")
        .Value("amount", _ => 100m, Unit.Money("DKK"))
        .Value("orders", _ => 10, Unit.Count("order"))
        .Value("visits", _ => 100, Unit.Count("visit"))
        .Build();
}

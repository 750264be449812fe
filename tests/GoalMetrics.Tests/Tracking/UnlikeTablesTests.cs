using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

/// <summary>Tables that are kept in other ways, or lack other days, are judged on the time that both of them know.</summary>
public sealed class UnlikeTablesTests
{
    private static readonly LocalDate First = new(2026, 1, 1);

    // 24 orders a day by date, the 2nd of March among them; 10 visits an hour until 09:00 of that day. The rate is 10 % every day.
    private static readonly FactTable Orders = FactTable.From("orders", Enumerable.Range(0, 61)).At(day => First.PlusDays(day))
        .Value("orders", _ => 24, Unit.Count("order")).Build();

    private static readonly FactTable Visits = FactTable.From("visits", Enumerable.Range(0, (60 * 24) + 10))
        .At(hour => Utc.StartOfDay(First) + Duration.FromHours(hour)).Value("visits", _ => 10, Unit.Count("visit")).Build();

    private static readonly Kpi Rate = Kpi.Of(
        "rate", Marketing.ConversionRate, Metric.Sum("orders", Orders, "orders"), Metric.Sum("visits", Visits, "visits"));

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(23)]
    public void Create_DatesBesideHours_AreReadByWholeDays(int hour)
    {
        var source = new InMemorySource(Utc, Orders, Visits);
        var asOf = Utc.StartOfDay(new(2026, 3, 2)) + Duration.FromHours(hour);

        var standing = Scorecard.Create(new() { Kpis = [Rate] }, source, asOf).Kpis[0];

        standing.Current.Value.Amount.Should().Be(0.1m);
        standing.Current.Previous.Amount.Should().Be(0.1m);
        standing.Current.Verdict.Should().Be(ChangeVerdict.Unchanged);
        standing.Current.ReadUntil.Should().Be(Utc.StartOfDay(new(2026, 3, 2)));
        var daily = Scorecard.Create(new() { Kpis = [Rate.Read(every: Grain.Day)] }, source, asOf).Kpis[0];
        daily.Current.Value.IsDefined.Should().BeFalse("the visits of the day are known in part");
        daily.LatestClosed.Value.Amount.Should().Be(0.1m);
    }

    [Fact]
    public void Track_DatesBesideHours_IsJudgedAtTheEndOfTheLastWholeDay()
    {
        var goal = new SmartGoal("rate-goal")
        {
            Statement = "Convert better",
            Measure = Rate,
            Target = Target.Reach(12.Percent(), from: 8.Percent()),
            Period = Utc.Month(2026, 3),
            Owner = "Sales",
        };
        var progress = GoalTracker.Default.Track(
            goal, new InMemorySource(Utc, Orders, Visits), Utc.StartOfDay(new(2026, 3, 2)) + Duration.FromHours(10));

        progress.JudgedAt.Should().Be(Utc.StartOfDay(new(2026, 3, 2)));
        progress.Actual.Amount.Should().Be(0.1m);
        progress.Attainment.Amount.Should().Be(0.5m);
    }

    // Orders lack the 8th to the 10th of April and go on; visits end with the 10th. Ten of a hundred each day.
    [Fact]
    public void Track_DataThatEndInAGapOfAnotherTable_EndWhereTheGapBegins()
    {
        var orders = Table("orders", 10, new(2026, 4, 20), new DateInterval(new(2026, 4, 8), new(2026, 4, 10)));
        var visits = Table("visits", 100, new(2026, 4, 11), gap: null);
        var source = new InMemorySource(Utc, orders, visits);
        var both = Measure.Of("both", (one, other) => one + other, Metric.Sum("orders", orders, "x"), Metric.Sum("visits", visits, "x"));

        var progress = GoalTracker.Default.Track(
            new SmartGoal("both-goal") { Measure = both, Target = Target.Reach(Quantity.Count(3_300)), Period = Utc.Month(2026, 4) },
            source,
            Utc.StartOfDay(new(2026, 4, 19)));

        progress.JudgedAt.Should().Be(Utc.StartOfDay(new(2026, 4, 8)));
        progress.Actual.Amount.Should().Be(7 * 110m);
        progress.Pace.Amount.Should().Be(1m);
        progress.Status.Should().Be(GoalStatus.OnTrack);
    }

    [Fact] // 100 a day since 1 January in each of two tables that lack the same days: 2,800 of 28 days are known, 5,600 together.
    public void Track_ASumOfTwoTablesWithAGap_IsDecidedAsThatOfOne()
    {
        var gap = new DateInterval(new(2026, 3, 10), new(2026, 3, 12));
        var (one, other) = (Table("one", 100, new(2026, 4, 1), gap), Table("other", 100, new(2026, 4, 1), gap));
        var (first, second) = (Metric.Sum("first", one, "x"), Metric.Sum("second", other, "x"));
        var source = new InMemorySource(Utc, one, other);

        Status(Measure.Of("sum", (a, b) => a + b, first, second), 5_000).Should().Be(GoalStatus.Achieved);
        Status(first, 2_500).Should().Be(GoalStatus.Achieved);
        Status(Measure.Of("difference", (a, b) => a - b, first, second), 10).Should().Be(GoalStatus.Unknown);

        GoalStatus Status(Measure measure, decimal target) => GoalTracker.Default.Track(
            new SmartGoal("goal")
            {
                Measure = Kpi.Of("kpi", measure),
                Target = Target.Reach(Quantity.Count(target)),
                Period = Utc.Month(2026, 3),
            },
            source,
            Utc.StartOfDay(new(2026, 4, 2))).Status;
    }

    [Fact] // 100 a day until 27 March, seen on the 28th: both say what the last 28 days came to.
    public void Create_ARollingKpi_RollsUpToTheMoment_AsTheTrackerDoes()
    {
        var table = Table("sales", 100, new(2026, 3, 28), gap: null);
        var rolling = Kpi.Of("rolling", Metric.Sum("sales", table, "x").Rolling(28, Grain.Day))
            .BetterWhen(Direction.HigherIsBetter).Read(every: Grain.Month);
        var source = new InMemorySource(Utc, table);
        foreach (var asOf in (Instant[])[Utc.StartOfDay(new(2026, 3, 28)), Utc.StartOfDay(new(2026, 3, 28)) + Duration.FromHours(10)])
        {
            var standing = Scorecard.Create(new() { Kpis = [rolling] }, source, asOf).Kpis[0].Current;
            standing.Value.Amount.Should().Be(2_800m);
            standing.Previous.Amount.Should().Be(2_800m);
            standing.Verdict.Should().Be(ChangeVerdict.Unchanged);
            GoalTracker.Default.Track(
                    new SmartGoal("goal") { Measure = rolling, Target = Target.Reach(3_000, from: 2_000), Period = Utc.Month(2026, 3) },
                    source,
                    asOf)
                .Actual.Amount.Should().Be(2_800m);
        }
    }

    [Theory] // The baseline lies ahead, and what is stated of it as well.
    [InlineData(true)]
    [InlineData(false)]
    public void Track_ABaselineAhead_IsOpenWhateverWillBeCovered(bool hasGap)
    {
        var table = Table(
            "sales", 100, new(2026, 4, 1), hasGap ? new DateInterval(new(2026, 2, 10), new(2026, 2, 12)) : null, new(2026, 2, 10));
        var progress = GoalTracker.Default.Track(
            new SmartGoal("goal")
            {
                Measure = Metric.Sum("sales", table, "x").BetterWhen(Direction.HigherIsBetter),
                Target = Target.IncreaseBy(10.Percent(), over: Utc.Month(2026, 2)),
                Period = Utc.Month(2026, 3),
            },
            new InMemorySource(Utc, table),
            Utc.StartOfDay(new(2026, 1, 10)));

        progress.Findings.Select(finding => finding.Code).Should().Contain("TRACK-BASELINE-OPEN").And.NotContain("TRACK-FAILED");
    }

    private static FactTable Table(string name, decimal value, LocalDate end, DateInterval? gap, LocalDate? begin = null)
    {
        var start = begin ?? First;
        var days = Enumerable.Range(0, Period.DaysBetween(start, end)).Select(day => start.PlusDays(day));
        return FactTable.From(name, days.Where(day => gap?.Contains(day) != true)).At(day => day).Value("x", _ => value, Unit.Count())
            .Covering(start, end, except: gap is null ? null : [gap]).Build();
    }
}

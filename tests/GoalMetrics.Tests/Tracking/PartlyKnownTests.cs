using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

/// <summary>Goals are judged on the time that their data cover, and on no other.</summary>
public sealed class PartlyKnownTests
{
    private static readonly Target Twelve = Target.Reach(Quantity.Count(1_200));

    // 100 in each month of 2026, known when the month is over: exactly on plan for 1,200.
    private static readonly FactTable Months = FactTable.From("months", Enumerable.Range(1, 12))
        .At(month => new LocalDate(2026, month, 1))
        .EachFactCovers(Grain.Month)
        .Value("x", _ => 100, Unit.Count())
        .Build();

    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(3, 20)]
    [InlineData(3, 31)]
    public void Track_TotalsOfMonths_AreJudgedAtTheLastMonthThatIsOver(int month, int day)
    {
        var measure = Metric.Sum("x", Months, "x").BetterWhen(Direction.HigherIsBetter);
        var progress = Months.Track(measure, Twelve, Utc.Year(2026), Utc.StartOfDay(new(2026, month, day)));

        progress.JudgedAt.Should().Be(Utc.StartOfDay(new(2026, 3, 1)));
        progress.Actual.Amount.Should().Be(200m);
        progress.Pace.Amount.Should().BeApproximately(200m / 1_200m / (59m / 365m), 1e-20m);
        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.Findings.Select(finding => finding.ToString()).Should().Equal(day == 1
            ? []
            : ["Info TRACK-TOTAL-TO-COME at goals/goal/data: The goal is judged as of the end of 2026-02-28: each fact of table 'months' is"
                + " the total of a whole month, and the one that is running has none yet."]);
    }

    [Fact] // Neither does the answer change within the day.
    public void Track_TotalsOfMonths_AreTheSameAtAnyTimeOfTheMonth()
    {
        var measure = Metric.Sum("x", Months, "x").BetterWhen(Direction.HigherIsBetter);
        var paces = Enumerable.Range(0, 31 * 24).Select(hour =>
            Months.Track(measure, Twelve, Utc.Year(2026), Utc.StartOfDay(new(2026, 3, 1)) + Duration.FromHours(hour)).Pace);

        paces.Distinct().Should().ContainSingle();
    }

    [Fact] // The total of March is loaded, and known once March is over.
    public void Track_TotalOfTheRunningMonthBesideDays_IsNotKnownYet()
    {
        var days = Orders(new(2026, 1, 1), new(2026, 4, 1), (new(2026, 3, 2), 5m));
        var measure = Measure.Of("per-order", (x, orders) => x.RatioTo(orders), Metric.Sum("x", Months, "x"), Sum(days));
        var goal = new SmartGoal("march")
        {
            Statement = "Orders per x",
            Measure = measure,
            Target = Target.Reach(Quantity.Ratio(30m), from: Quantity.Ratio(10m)),
            Period = Utc.Month(2026, 3),
            Owner = "Sales",
        };

        var progress = GoalTracker.Default.Track(goal, new InMemorySource(Utc, Months, days), Utc.StartOfDay(new(2026, 3, 15)));

        progress.ToText().Should().Be(
            "Unknown: The measure 'per-order' has no value to judge by: the data of table 'months' end with 2026-02-28.");
    }

    [Fact]
    public void Track_FirstTotalOfTheRunningMonth_IsNotKnownYet()
    {
        var measure = Metric.Sum("x", Months, "x").BetterWhen(Direction.HigherIsBetter);
        var goal = new SmartGoal("january") { Measure = measure, Target = Twelve, Period = Utc.Month(2026, 1) };

        var progress = GoalTracker.Default.Track(goal, new InMemorySource(Utc, Months), Utc.StartOfDay(new(2026, 1, 15)));

        progress.ToText().Should().Be(
            "Unknown: The measure 'x' has no value to judge by: no period that table 'months' has a total of is over.");
    }

    [Fact] // Of February a day is missing: the month has closed, but what it comes to is not known.
    public void Track_StayInAMonthWithAGap_SaysWhatIsMissing()
    {
        var table = FactTable.From("sales", Enumerable.Range(0, 59)).At(day => new LocalDate(2026, 1, 1).PlusDays(day))
            .Value("x", _ => 100, Unit.Count())
            .Covering(new(2026, 1, 1), new(2026, 4, 1), except: [new DateInterval(new(2026, 2, 10), new(2026, 2, 10))]).Build();
        var goal = new SmartGoal("february")
        {
            Measure = Metric.Sum("x", table, "x"),
            Target = Target.StayAtMost(Quantity.Count(5_000)),
            Period = Utc.Month(2026, 2),
        };

        var progress = GoalTracker.Default.Track(goal, new InMemorySource(Utc, table), Utc.StartOfDay(new(2026, 3, 5)));

        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Findings.Select(finding => finding.Code).Should().Contain("TRACK-DATA-GAP").And.NotContain("TRACK-NOTHING-CLOSED");
    }

    [Fact] // 100 a day since 20 January: that month does not show whether it kept 2,800.
    public void Track_StayInMonthsBeforeAndAfterDataBegin_LeavesOutTheMonthInWhichTheyBegin()
    {
        var table = Orders(new(2027, 1, 20), new(2027, 5, 1), [.. Enumerable.Range(0, 101).Select(day =>
            (new LocalDate(2027, 1, 20).PlusDays(day), 100m))]);
        var progress = table.Track(Sum(table), Target.StayAtLeast(Quantity.Count(2_800)), Utc.Year(2027), Utc2027(5, 1));

        progress.Readings.Select(reading => reading.Period.ToString()).Should().Equal("2027-02", "2027-03", "2027-04");
        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.Findings.Select(finding => finding.Code).Should().Equal("TRACK-DATA-BEGIN");
    }

    [Theory] // 100 a day since 20 January; 7,100 by the end of March. What the first days of the quarter add is not known.
    [InlineData(Direction.HigherIsBetter, 9_000, GoalStatus.Unknown)]
    [InlineData(Direction.HigherIsBetter, 7_100, GoalStatus.Achieved)]
    [InlineData(Direction.LowerIsBetter, 7_100, GoalStatus.Unknown)]
    [InlineData(Direction.LowerIsBetter, 7_000, GoalStatus.Missed)]
    public void Track_SumWhoseDataBeginAfterTheGoal_IsKnownOnlyWhereDecided(Direction direction, int target, GoalStatus status)
    {
        var table = FactTable.FromSeries("orders", Unit.Count(), Enumerable.Range(0, 71).Select(day =>
            new SeriesPoint(new LocalDate(2027, 1, 20).PlusDays(day), 100m)));
        var measure = Metric.Sum("orders", table, "value").BetterWhen(direction);
        var progress = table.Track(measure, Target.Reach(target), FirstQuarter, Utc2027(4, 1));

        progress.Status.Should().Be(status);
        progress.Actual.Amount.Should().Be(7_100m);
        progress.Attainment.IsDefined.Should().Be(status != GoalStatus.Unknown);
        (progress.Pace.IsDefined, progress.Landing.IsDefined, progress.RunRate.IsDefined).Should().Be((false, false, false));
        progress.Findings.Select(finding => finding.Code).Should().Equal(status == GoalStatus.Unknown
            ? ["TRACK-DATA-BEGIN", "TRACK-DATA-GAP"]
            : ["TRACK-DATA-BEGIN"]);
    }

    [Theory] // Ten customers known, who come every day; those of the missing days may be others. Twice as many are known no better.
    [InlineData(1, 12, GoalStatus.Unknown)]
    [InlineData(1, 10, GoalStatus.Achieved)]
    [InlineData(2, 24, GoalStatus.Unknown)]
    [InlineData(2, 20, GoalStatus.Achieved)]
    public void Track_DistinctCountOverAGap_IsKnownOnlyWhereDecided(int times, int target, GoalStatus status)
    {
        var january = Enumerable.Range(1, 31).Where(day => day is < 10 or > 14);
        var table = FactTable.From("visits", january.SelectMany(day => Enumerable.Range(0, 10), (day, who) => (Day: day, Who: who)))
            .At(visit => new LocalDate(2027, 1, visit.Day))
            .Dimension("who", visit => visit.Who)
            .Covering(new(2027, 1, 1), new(2027, 2, 1), except: [new DateInterval(new(2027, 1, 10), new(2027, 1, 14))])
            .Build();
        var customers = Metric.CountDistinct("customers", table, "who").BetterWhen(Direction.HigherIsBetter);
        Measure measure = times == 1 ? customers : Kpi.Of("more", known => known * times, customers).BetterWhen(Direction.HigherIsBetter);
        var progress = table.Track(measure, Target.Reach(target, from: 2), January, Utc2027(1, 31));

        (progress.Status, progress.Actual.Amount).Should().Be((status, times * 10m));
        progress.Attainment.IsDefined.Should().Be(status == GoalStatus.Achieved);
    }

    [Theory] // 100 since 20 January, of a running total from the year's first day: what came before is not known.
    [InlineData(1, GoalStatus.Unknown)]
    [InlineData(20, GoalStatus.Achieved)]
    public void Track_RunningTotalSinceADayWithoutData_IsUnknown(int since, GoalStatus status)
    {
        var table = FactTable.FromSeries(
            "orders", Unit.Count(), [new(new LocalDate(2027, 1, 20), 100m), new(new LocalDate(2027, 2, 28), 1m)]);
        var total = Kpi.Of("total", Metric.Sum("orders", table, "value").CumulativeSince(new(2027, 1, since)))
            .BetterWhen(Direction.HigherIsBetter);
        var progress = table.Track(total, Target.Reach(since == 1 ? 200 : 101, from: 10), Utc.Month(2027, 2), Utc2027(3, 1));

        progress.Status.Should().Be(status);
    }

    [Fact] // A rate to bring down from that of a quarter without data: not a limit that is kept, but unknown.
    public void Track_LevelToLowerFromAnUnknownBaseline_IsUnknown()
    {
        var table = Visits(new(2027, 1, 1), new(2027, 4, 1), (new(2027, 1, 2), 8m, 100m));
        var progress = table.Track(
            Rate(table, Direction.LowerIsBetter), Target.Reach(7.Percent(), over: LastQuarter), January, Utc2027(1, 20));

        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Attainment.IsDefined.Should().BeFalse();
        progress.Findings.Select(finding => finding.Code).Should().Equal("TRACK-BASELINE-PARTIAL");
    }

    [Theory] // Data of the fourth quarter are known in part only.
    [InlineData(11, 1)]
    [InlineData(12, 31)]
    public void Track_BaselinePartlyCovered_IsUnknown(int month, int day)
    {
        var table = Orders(new(2026, month, day), new(2027, 4, 1), (new(2026, 12, 31), 40m), (new(2027, 1, 1), 100m));
        var progress = table.Track(Sum(table), Target.IncreaseBy(20.Percent(), over: LastQuarter), January, Utc2027(1, 20));

        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Attainment.IsDefined.Should().BeFalse();
        progress.ToText().Should().Be(
            "Unknown: The data do not cover the whole baseline period 2026-Q4: the data of table 'orders' begin with"
            + $" 2026-{month:00}-{day:00}.");
    }
}

using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

// 10 orders a day in January 2027, of which the 10th to the 14th are missing. What they would have added is not known.
public class GapGoalTests
{
    private static readonly FactTable WithGap = Table(new LocalDate(2027, 1, 10), new LocalDate(2027, 1, 14));

    [Fact] // 150 of 310 after 20 days, where 193.5 were expected: off track only if nothing was sold during the outage.
    public void Track_FlowOverAGap_IsUnknown()
    {
        var progress = WithGap.Track(Sum(WithGap), Target.Reach(310), January, Utc2027(1, 21));

        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Actual.Amount.Should().Be(150m);
        progress.Attainment.ShouldBeUndefined(UndefinedReason.InsufficientData, "data");
        progress.Pace.ShouldBeUndefined(UndefinedReason.InsufficientData, "data");
        progress.Landing.ShouldBeUndefined(UndefinedReason.InsufficientData, "data");
        progress.Findings.Select(finding => finding.Message()).Should().Equal(
            "Table 'orders' has no data from 2027-01-10 to 2027-01-14; that time is neither counted nor compared.",
            "Days of 2027-01 are missing, so the value for the whole period is not known.");
        progress.ToText().Should().Be(
            "Unknown: target 310. Table 'orders' has no data from 2027-01-10 to 2027-01-14; that time is neither counted nor compared."
            + " Days of 2027-01 are missing, so the value for the whole period is not known.");
    }

    [Fact] // What has been reached already is reached, whatever is missing.
    public void Track_FlowThatIsThereInSpiteOfAGap_IsAchieved()
    {
        var progress = WithGap.Track(Sum(WithGap), Target.Reach(140), January, Utc2027(1, 21));

        progress.Status.Should().Be(GoalStatus.Achieved);
        progress.Attainment.Amount.Should().Be(150m / 140m);
    }

    [Theory]
    [InlineData(140, GoalStatus.Missed)]
    [InlineData(400, GoalStatus.Unknown)]
    public void Track_FlowToKeepDownOverAGap_IsMissedOrUnknown(int limit, GoalStatus expected) => WithGap
        .Track(Sum(WithGap, Direction.LowerIsBetter), Target.Reach(limit), January, Utc2027(1, 21)).Status.Should().Be(expected);

    [Theory] // −150 can only fall, whatever is missing: it stays below 100. 250 would be lacking, in 11 days.
    [InlineData(Direction.HigherIsBetter, GoalStatus.Missed, 250)]
    [InlineData(Direction.LowerIsBetter, GoalStatus.Achieved, 0)]
    public void Track_FlowThatOnlyFallsOverAGap_IsDecided(Direction better, GoalStatus expected, int lacking)
    {
        var falling = Kpi.Of("falling", orders => -orders, Sum(WithGap)).BetterWhen(better);

        var progress = WithGap.Track(falling, Target.Reach(100), January, Utc2027(1, 21));

        progress.Actual.Amount.Should().Be(-150m);
        progress.Status.Should().Be(expected);
        progress.RequiredRate.Amount.Should().BeApproximately(lacking / 11m, 1e-20m);
    }

    [Theory] // As much is known on the 9th, before the outage, of all days so far.
    [InlineData(Direction.HigherIsBetter, GoalStatus.Missed)]
    [InlineData(Direction.LowerIsBetter, GoalStatus.Achieved)]
    public void Track_FlowThatOnlyFalls_IsDecidedBeforeTheGapToo(Direction better, GoalStatus expected) => WithGap
        .Track(Kpi.Of("falling", orders => -orders, Sum(WithGap)).BetterWhen(better), Target.Reach(100), January, Utc2027(1, 10))
        .Status.Should().Be(expected);

    [Fact] // Before the outage everything is known.
    public void Track_FlowBeforeTheGap_IsJudged() =>
        WithGap.Track(Sum(WithGap), Target.Reach(310), January, Utc2027(1, 10)).Status.Should().Be(GoalStatus.OnTrack);

    [Theory] // DKK 310 of 100 net of returns, and five days missing: of pure sales that is reached, of these it is not known.
    [InlineData(0, GoalStatus.Achieved, GoalStatus.Missed)]
    [InlineData(-30, GoalStatus.Unknown, GoalStatus.Unknown)]
    public void Track_FlowWithReturnsOverAGap_IsUnknown(int returned, GoalStatus toReach, GoalStatus toKeepDown)
    {
        (LocalDate Day, decimal Amount)[] days = [(new(2027, 1, 2), 310m - returned), (new(2027, 1, 20), returned)];
        var table = FactTable.From("sales", days).At(day => day.Day).Dimension("tenant", _ => "a")
            .Value("net", day => day.Amount, Unit.Money("DKK"))
            .Covering(new(2027, 1, 1), new(2027, 2, 1), except: [new(new(2027, 1, 10), new(2027, 1, 14))]).Build();
        var net = Metric.Sum("net", table, "net");
        var whole = new InMemorySource(Utc, table);

        foreach (var source in new[] { whole, whole.Within(Filter.Equal("tenant", "a")) })
        {
            Status(net.BetterWhen(Direction.HigherIsBetter), Money.Dkk(100)).Should().Be(toReach);
            Status(net.BetterWhen(Direction.LowerIsBetter), Money.Dkk(100)).Should().Be(toKeepDown);

            GoalStatus Status(Metric measure, Quantity target) => GoalTracker.Default.Track(
                new SmartGoal("goal") { Measure = measure, Target = Target.Reach(target), Period = January }, source, Utc2027(2, 5)).Status;
        }
    }

    // Of week 1 six days are known, of week 2 three: 60 and 30 orders. A value below zero stands for no limit.
    [Theory]
    [InlineData(65, -1, "2027-W01 ?, 2027-W02 ?, 2027-W03 kept, 2027-W04 kept", GoalStatus.Unknown)] // Neither can show that it had 65.
    [InlineData(50, -1, "2027-W01 kept, 2027-W02 ?, 2027-W03 kept, 2027-W04 kept", GoalStatus.Unknown)] // Whatever came on Sunday.
    [InlineData(30, -1, "2027-W01 kept, 2027-W02 kept, 2027-W03 kept, 2027-W04 kept", GoalStatus.Achieved)]
    [InlineData(-1, 70, "2027-W01 ?, 2027-W02 ?, 2027-W03 kept, 2027-W04 kept", GoalStatus.Unknown)]
    [InlineData(-1, 60, "2027-W01 ?, 2027-W02 ?, 2027-W03 broken, 2027-W04 broken", GoalStatus.Missed)]
    [InlineData(-1, 50, "2027-W01 broken, 2027-W02 ?, 2027-W03 broken, 2027-W04 broken", GoalStatus.Missed)]
    [InlineData(-1, 29, "2027-W01 broken, 2027-W02 broken, 2027-W03 broken, 2027-W04 broken", GoalStatus.Missed)]
    [InlineData(20, 80, "2027-W01 ?, 2027-W02 ?, 2027-W03 kept, 2027-W04 kept", GoalStatus.Unknown)] // More than 80 may have come.
    [InlineData(20, 40, "2027-W01 broken, 2027-W02 ?, 2027-W03 broken, 2027-W04 broken", GoalStatus.Missed)]
    public void Track_StayOverAGap_JudgesThePartsThatAreDecided(int least, int most, string expected, GoalStatus status)
    {
        var goal = new SmartGoal("goal")
        {
            Measure = Sum(WithGap, least < 0 ? Direction.LowerIsBetter : Direction.HigherIsBetter),
            Target = Kept(least, most),
            Period = January,
            ReadEvery = Grain.Week,
        };
        var progress = GoalTracker.Default.Track(goal, new InMemorySource(Utc, WithGap), Utc2027(2, 1));

        string.Join(", ", progress.Readings.Select(Shown)).Should().Be(expected);
        progress.Status.Should().Be(status);

        static Target Kept(int least, int most) => (least, most) switch
        {
            (_, < 0) => Target.StayAtLeast(Quantity.Count(least)),
            ( < 0, _) => Target.StayAtMost(Quantity.Count(most)),
            _ => Target.StayWithin(Quantity.Count(least), Quantity.Count(most)),
        };

    }

    private static string Shown(StayReading reading) => reading.IsKept switch
    {
        null => $"{reading.Period} ?",
        true => $"{reading.Period} kept",
        _ => $"{reading.Period} broken",
    };

    [Theory] // The smallest order can only get smaller. The average of the days that are known stands for the others.
    [InlineData(5, "2027-W01 ?, 2027-W02 ?, 2027-W03 kept, 2027-W04 kept", "kept")]
    [InlineData(11, "2027-W01 broken, 2027-W02 broken, 2027-W03 broken, 2027-W04 broken", "broken")]
    public void Track_StayOfTheSmallestOverAGap_IsDecidedWhereItIsBroken(int least, string smallest, string mean)
    {
        string Readings(Metric measure) => string.Join(", ", GoalTracker.Default.Track(
            new SmartGoal("goal")
            {
                Measure = measure,
                Target = Target.StayAtLeast(Quantity.Count(least)),
                Period = January,
                ReadEvery = Grain.Week,
            },
            new InMemorySource(Utc, WithGap),
            Utc2027(2, 1)).Readings.Where(reading => !reading.Period.IsPartial).Select(Shown));

        Readings(Metric.Min("smallest", WithGap, "orders")).Should().Be(smallest);
        Readings(Metric.Average("mean", WithGap, "orders")).Should()
            .Be($"2027-W01 {mean}, 2027-W02 {mean}, 2027-W03 {mean}, 2027-W04 {mean}");
    }

    [Fact] // It may have been broken in one of them.
    public void Track_StayWithUnjudgedMonthsAtTheClose_IsNotAchieved()
    {
        var table = Orders(new(2027, 1, 10), new(2027, 4, 1), (new(2027, 2, 1), 5m));
        var target = Target.StayAtMost(Quantity.Count(10));

        table.Track(Sum(table, Direction.LowerIsBetter), target, FirstQuarter, Utc2027(3, 2)).Status.Should().Be(GoalStatus.OnTrack);
        table.Track(Sum(table, Direction.LowerIsBetter), target, FirstQuarter, Utc2027(4, 1)).Status.Should().Be(GoalStatus.Unknown);
    }

    [Fact] // Ten a day since 1 January: the 90 days before the end of January and February are not all known.
    public void Track_StayOnARollingSum_IsNotJudgedBeforeItsWindowIsCovered()
    {
        var table = Daily(120);
        var rolling = Sum(table).Rolling(90, Grain.Day);
        var progress = table.Track(rolling, Target.StayAtLeast(Quantity.Count(900)), Utc.Year(2027), Utc2027(5, 1));

        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.Readings.Select(reading => reading.IsKept).Should().Equal(null, null, true, true);
    }

    [Fact] // A fifth more than 90 days of which 31 are known.
    public void Track_BaselineOfARollingSumThatIsNotCovered_IsUnknown()
    {
        var table = Daily(120);
        var rolling = Sum(table).Rolling(90, Grain.Day);
        var progress = table.Track(rolling, Target.IncreaseBy(20.Percent(), over: January), Utc.Month(2027, 4), Utc2027(5, 1));

        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Findings.Select(finding => finding.Code).Should().Contain("TRACK-BASELINE-PARTIAL");
    }

    [Theory] // Data until yesterday on the first day of the goal's period: nothing to judge at any hour.
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(23)]
    public void Track_FirstDayWithDataUntilYesterday_HasNotStarted(int hour)
    {
        var table = Orders(new(2026, 12, 1), new(2027, 1, 1), (new(2026, 12, 5), 5m));
        var progress = table.Track(Sum(table), Target.Reach(310), January, Utc2027(1, 1, hour));

        progress.Status.Should().Be(GoalStatus.NotStarted);
        progress.Findings.Should().BeEmpty();
    }

    [Fact] // A fifth more than a January of which five days are unknown.
    public void Track_BaselineOverAGap_IsUnknown()
    {
        var progress = WithGap.Track(
            Sum(WithGap), Target.IncreaseBy(20.Percent(), over: January), Utc.Month(2027, 2), Utc2027(2, 11));

        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Findings.Select(finding => finding.Code).Should().Equal("DATA-GAP", "TRACK-BASELINE-PARTIAL");
    }

    private static FactTable Daily(int count) => FactTable
        .From("orders", Enumerable.Range(0, count)).At(i => new LocalDate(2027, 1, 1).PlusDays(i))
        .Value("orders", _ => 10m, Unit.Count("order")).Build();

    private static FactTable Table(LocalDate firstMissing, LocalDate lastMissing)
    {
        var gap = new DateInterval(firstMissing, lastMissing);
        var days = Enumerable.Range(0, 59).Select(new LocalDate(2027, 1, 1).PlusDays).Where(day => !gap.Contains(day));
        return FactTable.From("orders", days).At(day => day)
            .Value("orders", _ => 10m, Unit.Count("order"))
            .Covering(new(2027, 1, 1), new(2027, 3, 1), except: [gap]).Build();
    }
}

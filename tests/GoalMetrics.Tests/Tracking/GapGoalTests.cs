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
            "Table 'orders' has no data from 2027-01-10 to 2027-01-14; these days are neither counted nor compared.",
            "Days of 2027-01 are missing, so it is not known what all of it comes to.");
        progress.ToText().Should().Be(
            "Unknown: target 310. Table 'orders' has no data from 2027-01-10 to 2027-01-14; these days are neither counted nor compared."
            + " Days of 2027-01 are missing, so it is not known what all of it comes to.");
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

    [Fact] // Before the outage everything is known.
    public void Track_FlowBeforeTheGap_IsJudged() =>
        WithGap.Track(Sum(WithGap), Target.Reach(310), January, Utc2027(1, 10)).Status.Should().Be(GoalStatus.OnTrack);

    [Fact] // The two weeks of the outage cannot show whether they kept 50 orders.
    public void Track_StayOverAGap_LeavesOutThePartsWithIt()
    {
        var goal = new SmartGoal("goal")
        {
            Measure = Sum(WithGap),
            Target = Target.StayAtLeast(Quantity.Count(50)),
            Period = January,
            ReadEvery = Grain.Week,
        };
        var progress = GoalTracker.Default.Track(goal, new InMemorySource(Utc, WithGap), Utc2027(2, 1));

        progress.Readings.Select(reading => reading.Period.ToString()).Should().Equal("2027-W03", "2027-W04");
        progress.Status.Should().Be(GoalStatus.Unknown);
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

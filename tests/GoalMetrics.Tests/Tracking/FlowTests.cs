using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

/// <summary>Goals on what accumulates. January has 31 days; at the start of the 11th 10 of them have gone.</summary>
public sealed class FlowTests
{
    private static readonly Instant The11th = Utc2027(1, 11);

    // 400 orders in 2026 Q4; in January 60 on the 2nd and 50 on the 20th.
    private static readonly FactTable Table = Orders(
        new(2026, 1, 1), new(2027, 4, 1), (new(2026, 11, 5), 400m), (new(2027, 1, 2), 60m), (new(2027, 1, 20), 50m));

    public static TheoryData<string, Target, decimal> Targets => new()
    {
        { "a value", Target.Reach(Orders(1_000)), 1_000m },
        { "a plain count", Target.Reach(1_000), 1_000m },
        { "from a stated value", Target.Reach(Orders(1_000), from: Orders(900)), 1_000m },
        { "from a measured value", Target.Reach(Orders(1_000), over: LastQuarter), 1_000m },
        { "a share over a measured value", Target.IncreaseBy(20.Percent(), over: LastQuarter), 480m },
        { "an amount over a measured value", Target.IncreaseBy(Orders(50), over: LastQuarter), 450m },
        { "a share over a stated value", Target.IncreaseBy(20.Percent(), from: Orders(200)), 240m },
        { "an amount over a stated value", Target.IncreaseBy(Orders(7), from: Orders(200)), 207m },
    };

    // It lands at 60 · 31 / 10 = 186. The attainment: (baseline − landing) / (baseline − limit).
    public static TheoryData<string, Target, decimal, decimal> Limits => new()
    {
        { "a value", Target.Reach(Orders(100)), 100m, 100m / 186m },
        { "a value that is kept", Target.Reach(Orders(190)), 190m, 1m },
        { "from a stated value", Target.Reach(Orders(100), from: Orders(900)), 100m, 714m / 800m },
        { "from a measured value", Target.Reach(Orders(100), over: LastQuarter), 100m, 214m / 300m },
        { "a share under a measured value", Target.DecreaseBy(20.Percent(), under: LastQuarter), 320m, 214m / 80m },
        { "an amount under a measured value", Target.DecreaseBy(Orders(50), under: LastQuarter), 350m, 214m / 50m },
        { "a share under a stated value", Target.DecreaseBy(20.Percent(), from: Orders(200)), 160m, 14m / 40m },
        { "an amount under a stated value", Target.DecreaseBy(Orders(7), from: Orders(200)), 193m, 14m / 7m },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Track_FlowToRaise_IsAccumulatedOverTarget(string kind, Target target, decimal value)
    {
        var progress = Table.Track(Sum(Table), target, January, The11th);
        progress.Target.Amount.Should().Be(value, kind);
        progress.Nature.Should().Be(GoalNature.Flow);
        progress.Attainment.Should().Be(Quantity.Ratio(60m / value));
        progress.Pace.Should().Be(Quantity.Ratio(60m * 31m / (value * 10m)));
        progress.LimitUsed.IsDefined.Should().BeFalse();
        progress.Findings.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Track_FlowToKeepDown_HasPaceTheOtherWayUp(string kind, Target target, decimal value, decimal attainment)
    {
        var progress = Table.Track(Sum(Table, Direction.LowerIsBetter), target, January, The11th);
        progress.Target.Amount.Should().Be(value, kind);
        progress.LimitUsed.Should().Be(Quantity.Ratio(60m / value));
        progress.Attainment.Should().Be(Quantity.Ratio(attainment));
        progress.Pace.Should().Be(Quantity.Ratio(value * 10m / (60m * 31m)));
        progress.Findings.Should().BeEmpty();
    }

    [Fact] // 60 of 60 on the 2nd: achieved three weeks before the end, and nothing more is required.
    public void Track_FlowAccumulated_IsAchievedAtOnce()
    {
        var progress = Table.Track(Sum(Table), Target.Reach(Orders(60)), January, The11th);
        (progress.Status, progress.State).Should().Be((GoalStatus.Achieved, PeriodState.Open));
        progress.RequiredRate.ToString(null).Should().Be("0 per day");
    }

    [Fact] // 110 of 100 in the end.
    public void Track_FlowPastTarget_IsClippedOnlyUnderThatName()
    {
        var progress = Table.Track(Sum(Table), Target.Reach(Orders(100)), January, Utc2027(2, 1));
        progress.Attainment.Should().Be(Quantity.Ratio(1.1m));
        progress.ClippedAttainment.Should().Be(Quantity.Ratio(1m));
        (progress.Status, progress.State, progress.RemainingDays).Should().Be((GoalStatus.Achieved, PeriodState.Closed, 0m));
    }

    [Fact] // 110 of 111.
    public void Track_FlowShortAtTheClose_IsMissed()
    {
        var progress = Table.Track(Sum(Table), Target.Reach(Orders(111)), January, Utc2027(2, 1));
        progress.Status.Should().Be(GoalStatus.Missed);
        progress.Landing.Should().Be(Orders(110));
        progress.RequiredRate.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "days");
        progress.ToText().Should().Be("Missed: 99.1 % of the target, 100 % expected, pace 0.99, ended at 110, target 111");
    }

    [Theory] // 10 / 31 of the time; the limit is 60 / share.
    [InlineData(186, GoalStatus.OnTrack)] // pace 0.3226 / 0.3226 = 1
    [InlineData(185, GoalStatus.AtRisk)] // 0.3226 / 0.3243 = 0.995
    [InlineData(168, GoalStatus.AtRisk)] // 0.3226 / 0.3571 = 0.903
    [InlineData(167, GoalStatus.OffTrack)] // 0.3226 / 0.3593 = 0.898
    [InlineData(60, GoalStatus.OffTrack)] // all of it is spent, none too much
    [InlineData(59, GoalStatus.Missed)] // exceeded: it cannot be undone
    public void Track_FlowToKeepDownWhileOpen_GoesByPaceUntilExceeded(int limit, GoalStatus status) =>
        Table.Track(Sum(Table, Direction.LowerIsBetter), Target.Reach(Orders(limit)), January, The11th).Status.Should().Be(status);

    [Theory]
    [InlineData(110, GoalStatus.Achieved)]
    [InlineData(109, GoalStatus.Missed)]
    public void Track_FlowToKeepDownAtTheClose_IsAchievedOrMissed(int limit, GoalStatus status) =>
        Table.Track(Sum(Table, Direction.LowerIsBetter), Target.Reach(Orders(limit)), January, Utc2027(2, 1)).Status.Should().Be(status);

    [Fact] // On the 2nd at midnight a day has gone and nothing is spent; 100 may be over 30 days.
    public void Track_FlowToKeepDownZeroSoFar_IsOnTrack()
    {
        var progress = Table.Track(Sum(Table, Direction.LowerIsBetter), Target.Reach(Orders(90)), January, Utc2027(1, 2));
        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.LimitUsed.Should().Be(Quantity.Ratio(0m));
        progress.Attainment.Should().Be(Quantity.Ratio(1m));
        progress.Pace.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "used");
        progress.RequiredRate.ToString(null).Should().Be("3 per day");
        progress.ToText().Should().Be("On track: used 0 % of the limit, 3.23 % expected, lands at 0, limit 90");
    }

    [Fact]
    public void Track_FlowExceeded_MayBringNothingMore() =>
        Table.Track(Sum(Table, Direction.LowerIsBetter), Target.Reach(Orders(50)), January, The11th).RequiredRate.ToString(null)
            .Should().Be("0 per day");

    [Theory] // No accidents at all: a share of zero is undefined, its keeping is not.
    [InlineData(2, GoalStatus.OnTrack, 1, "On track: 3.23 % expected, lands at 0, limit 0")]
    [InlineData(11, GoalStatus.Missed, 0, "Missed: 32.26 % expected, pace 0.00, lands at 186, limit 0")]
    public void Track_FlowToKeepAtZero_IsJudgedWithoutItsShare(int day, GoalStatus status, int attainment, string text)
    {
        var progress = Table.Track(Sum(Table, Direction.LowerIsBetter), Target.Reach(Orders(0)), January, Utc2027(1, day));
        progress.Status.Should().Be(status);
        progress.LimitUsed.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "target");
        progress.Attainment.Should().Be(Quantity.Ratio(attainment));
        progress.ToText().Should().Be(text);
        progress.Findings.Should().BeEmpty();
    }

    [Fact]
    public void Track_FlowToRaiseToZero_IsJudgedWithoutItsShare()
    {
        var progress = Table.Track(Sum(Table), Target.Reach(Orders(0)), January, The11th);
        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.Actual.Should().Be(Orders(60));
        progress.Lines().Should().Equal(
            "Warning TRACK-NO-SHARE goals/goal/target | No share of the target 0 can be computed for a total: the goal is judged by where"
            + " it lands. | For et samlet tal kan der ikke beregnes en andel af måltallet 0: målet bedømmes efter, hvor det ender.");
    }

    // Once the period is over there is no day left that could bring anything, whether the goal was reached or not: 110 have come.
    [Theory]
    [InlineData(Direction.LowerIsBetter, 110, GoalStatus.Achieved)]
    [InlineData(Direction.LowerIsBetter, 120, GoalStatus.Achieved)]
    [InlineData(Direction.LowerIsBetter, 100, GoalStatus.Missed)]
    [InlineData(Direction.HigherIsBetter, 100, GoalStatus.Achieved)]
    [InlineData(Direction.HigherIsBetter, 120, GoalStatus.Missed)]
    public void Track_AfterTheEnd_RequiresNothingOfNoDays(Direction direction, int target, GoalStatus status)
    {
        var progress = Table.Track(Sum(Table, direction), Target.Reach(target), January, Utc2027(2, 1));

        progress.Status.Should().Be(status);
        progress.RequiredRate.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "days");
    }

    [Theory] // While days are left: what was reached or broken needs, or allows, nothing more.
    [InlineData(Direction.LowerIsBetter, 100, 0)]
    [InlineData(Direction.LowerIsBetter, 120, 1)]
    [InlineData(Direction.HigherIsBetter, 100, 0)]
    [InlineData(Direction.HigherIsBetter, 120, 1)]
    public void Track_BeforeTheEnd_RequiresWhatIsLeft(Direction direction, int target, int perDay) =>
        Table.Track(Sum(Table, direction), Target.Reach(target), January, Utc2027(1, 22)).RequiredRate.Amount.Should().Be(perDay);

    [Fact] // 400 orders measured, 300 wanted, more is better: still a goal to accumulate.
    public void Track_FlowFromAHigherBaseline_AccumulatesAndSaysSo()
    {
        var progress = Table.Track(Sum(Table), Target.Reach(Orders(300), over: LastQuarter), FirstQuarter, Utc2027(2, 1));
        progress.Attainment.Should().Be(Quantity.Ratio(110m / 300m));
        progress.Pace.Should().Be(Quantity.Ratio(110m * 90m / (300m * 31m)));
        progress.Status.Should().Be(GoalStatus.OnTrack);
        progress.Lines().Should().Equal(
            "Error TRACK-WRONG-WAY goals/goal/target | From the measured baseline 400 the target 300 leads the wrong way. | Måltallet 300"
            + " går den forkerte vej i forhold til det målte udgangspunkt 400.");
    }

    [Fact]
    public void Track_FlowOfNeutralMeasure_GoesByItsBaseline()
    {
        var neutral = Sum(Table, Direction.Neutral);
        Table.Track(neutral, Target.Reach(Orders(59), over: LastQuarter), January, The11th).Status.Should().Be(GoalStatus.Missed);
        Table.Track(neutral, Target.Reach(Orders(59)), January, The11th).Status.Should().Be(GoalStatus.Achieved);
    }

    private static Quantity Orders(decimal amount) => Quantity.Count(amount, "order");

    private static FactTable Orders(LocalDate from, LocalDate until, params (LocalDate Day, decimal Orders)[] days) =>
        Facts.Orders(from, until, days);
}

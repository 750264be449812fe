using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

/// <summary>Goals on a conversion rate. The first quarter has 90 days; at the start of 1 February 31 of them have gone.</summary>
public sealed class LevelTests
{
    private static readonly Instant February = Utc2027(2, 1);

    // 10 % in 2026 Q4; 11 % in January, 16 % in February, 13 % in March; 40 / 300 in the quarter.
    private static readonly FactTable Table = Visits(
        new(2026, 1, 1), new(2027, 4, 1),
        (new(2026, 11, 5), 10m, 100m), (new(2027, 1, 2), 11m, 100m), (new(2027, 2, 10), 16m, 100m), (new(2027, 3, 10), 13m, 100m));

    public static TheoryData<Target, decimal> Rises => new()
    {
        { Target.Reach(12.Percent(), from: 10.Percent()), 0.12m },
        { Target.Reach(12.Percent(), over: LastQuarter), 0.12m },
        { Target.IncreaseBy(20.Percent(), over: LastQuarter), 0.12m },
        { Target.IncreaseBy(2.PercentagePoints(), over: LastQuarter), 0.12m },
        { Target.IncreaseBy(20.Percent(), from: 10.Percent()), 0.12m },
        { Target.IncreaseBy(2.PercentagePoints(), from: 10.Percent()), 0.12m },
    };

    [Theory] // (11 − 10) / (12 − 10) = 50 %, against 31 / 90.
    [MemberData(nameof(Rises))]
    public void Track_LevelToRaise_IsHalfTheWayThere(Target target, decimal value)
    {
        var progress = Table.Track(Rate(Table), target, FirstQuarter, February);
        progress.Target.Should().Be(Quantity.Ratio(value));
        progress.Baseline.Should().Be(10.Percent());
        progress.Actual.Should().Be(11.Percent());
        progress.Attainment.Should().Be(50.Percent());
        progress.Pace.ShouldRoundTo(1.4516m, Unit.Ratio); // 0.5 · 90 / 31
        (progress.Nature, progress.Status).Should().Be((GoalNature.Level, GoalStatus.OnTrack));
        progress.Landing.Should().Be(progress.Actual);
        progress.RunRate.IsDefined.Should().BeFalse();
        progress.Findings.Should().BeEmpty();
    }

    [Theory] // 11 %: of 12.5 → 10 % it is (11 − 12.5) / (10 − 12.5) = 60 %; of 12 → 10 % it is 50 %.
    [InlineData(1250, 1000, 0.6)]
    [InlineData(1200, 1000, 0.5)]
    [InlineData(1100, 1000, 0)]
    [InlineData(1050, 1000, -1)]
    [InlineData(1300, 1200, 2)]
    public void Track_LevelToLower_HasTheSameFormula(int from, int to, double attainment)
    {
        var target = Target.Reach(Quantity.Ratio(to / 10_000m), from: Quantity.Ratio(from / 10_000m));
        var progress = Table.Track(Rate(Table, Direction.LowerIsBetter), target, FirstQuarter, February);
        progress.Attainment.Should().Be(Quantity.Ratio((decimal)attainment));
        progress.ClippedAttainment.Should().Be(Quantity.Ratio(Math.Clamp((decimal)attainment, 0m, 1m)));
        progress.Pace.Should().Be(Quantity.Ratio((decimal)attainment * 90m / 31m));
    }

    [Fact]
    public void Track_LevelByDecreaseTargets_IsTheSameAsReach()
    {
        var measure = Rate(Table, Direction.LowerIsBetter);
        Target[] targets =
        [
            Target.DecreaseBy(20.Percent(), from: 12.5m.Percent()),
            Target.DecreaseBy(2.5m.PercentagePoints(), from: 12.5m.Percent()),
        ];
        foreach (var target in targets)
        {
            Table.Track(measure, target, FirstQuarter, February).Attainment.Should().Be(60.Percent());
        }

        // From the measured 10 % down to 8 %, 11 % is half the way in the wrong direction.
        var measured = Table.Track(measure, Target.DecreaseBy(20.Percent(), under: LastQuarter), FirstQuarter, February);
        (measured.Attainment, measured.Status).Should().Be((Quantity.Ratio(-0.5m), GoalStatus.OffTrack));
    }

    [Fact] // 10 % each day, 1 % on the last two: the last whole week ends with 28 March, and its rate is 10 %.
    public void Track_LevelReadByTheWeek_ReadsTheLastWholeWeek()
    {
        var table = FactTable.From("visits", Enumerable.Range(0, 90)).At(day => (LocalDate?)new LocalDate(2027, 1, 1).PlusDays(day))
            .Value("orders", day => day < 88 ? 10 : 1, Unit.Count("order")).Value("visits", _ => 100, Unit.Count("visit"))
            .Covering(new(2027, 1, 1), new(2027, 4, 1)).Build();
        var goal = new SmartGoal("goal")
        {
            Measure = Rate(table),
            Target = Target.Reach(8.Percent(), from: 5.Percent()),
            Period = FirstQuarter,
            ReadEvery = Grain.Week,
        };

        var progress = GoalTracker.Default.Track(goal, new InMemorySource(Utc, table), Utc2027(4, 5));

        (progress.Status, progress.ReadIn!.ToString()).Should().Be((GoalStatus.Achieved, "2027-W12"));
        progress.ToText().Should().Be(
            "Achieved: 166.67 % of the way, 100 % expected, pace 1.67, stood at 10 % in 2027-W12, target 8 %");
    }

    [Fact] // 2 points from 11 to 13 over 59 days; and 0 where it stands at 11.
    public void Track_Level_MustMoveByPercentagePointsADay()
    {
        var progress = Table.Track(Rate(Table), Target.Reach(13.Percent(), from: 10.Percent()), FirstQuarter, February);
        progress.RequiredRate.Amount.Should().Be(0.02m / 59m);
        progress.RequiredRate.ToString(null).Should().Be("0.03 pp per day");
        Table.Track(Rate(Table), Target.Reach(11.Percent(), from: 10.Percent()), FirstQuarter, February).RequiredRate.ToString(null)
            .Should().Be("0 pp per day");
    }

    [Fact] // 11 % is there; but a level may fall again.
    public void Track_LevelAtItsTarget_IsAchievedOnlyAtTheClose()
    {
        var target = Target.Reach(11.Percent(), from: 10.Percent());
        Table.Track(Rate(Table), target, FirstQuarter, February).Status.Should().Be(GoalStatus.OnTrack);
        Table.Track(Rate(Table), target, FirstQuarter, Utc2027(4, 1)).Status.Should().Be(GoalStatus.Achieved);
        // 40 / 300 = 13.3 %
        Table.Track(Rate(Table), Target.Reach(14.Percent(), from: 10.Percent()), FirstQuarter, Utc2027(4, 1)).Status
            .Should().Be(GoalStatus.Missed);
    }

    [Fact]
    public void Track_LevelByMonth_IsReadInTheLatestClosedOne()
    {
        var goal = new SmartGoal("goal")
        {
            Measure = Rate(Table),
            Target = Target.Reach(12.Percent(), from: 10.Percent()),
            Period = FirstQuarter,
            ReadEvery = Grain.Month,
        };
        var source = new InMemorySource(Utc, Table);

        var early = GoalTracker.Default.Track(goal, source, Utc2027(1, 31));
        early.Status.Should().Be(GoalStatus.Unknown);
        early.Lines().Should().Equal(
            "Info TRACK-NOTHING-CLOSED goals/goal/read-every | Nothing of the goal's period, read by the month, has closed yet. | Målet"
            + " opgøres pr. måned, og den første opgørelse er ikke afsluttet endnu.");
        early.ToText().Should().Be("Unknown: Nothing of the goal's period, read by the month, has closed yet.");

        var middle = GoalTracker.Default.Track(goal, source, Utc2027(2, 20)); // To date it would be 27 / 200.
        (middle.ReadIn, middle.Actual).Should().Be((January, 11.Percent()));
        GoalTracker.Default.Track(goal, source, Utc2027(3, 1)).Actual.Should().Be(16.Percent());
        var closed = GoalTracker.Default.Track(goal, source, Utc2027(4, 1));
        (closed.Actual, closed.Status, closed.ReadIn).Should().Be((13.Percent(), GoalStatus.Achieved, Utc.Month(2027, 3)));
    }

    // By the end of February 59 of 90 days have passed, 65.56 % of the time; on 30 March nothing has been read since.
    [Fact]
    public void Track_LevelReadByTheMonth_IsExpectedWhereItWasRead()
    {
        var (goal, source) = OnItsPath(settling: Duration.Zero);

        var progress = GoalTracker.Default.Track(goal, source, Utc2027(3, 30));

        progress.Expected.Amount.Should().Be(59m / 90m);
        progress.ToText().Should().StartWith("On track: 66.67 % of the way, 65.56 % expected, pace 1.02, stood at 4 % in 2027-02");
        GoalTracker.Default.Track(goal, source, Utc2027(3, 2)).Pace.Should().Be(progress.Pace);
        GoalTracker.Default.Track(goal, source, Utc2027(2, 28)).Status.Should().Be(GoalStatus.AtRisk); // 33.3 of 34.4 %
        GoalTracker.Default.Track(goal, source, Utc2027(4, 1)).Status.Should().Be(GoalStatus.Achieved);
    }

    [Fact] // March is over on 5 April, and read on the 11th; until then it is February that is set against its part of the way.
    public void Track_LevelReadByTheMonth_IsNoWorseWhileTheLastMonthSettles()
    {
        var (goal, source) = OnItsPath(settling: Duration.FromDays(10));

        var settling = GoalTracker.Default.Track(goal, source, Utc2027(4, 5));
        var closed = GoalTracker.Default.Track(goal, source, Utc2027(4, 12));

        (settling.Status, settling.ReadIn, settling.Expected.Amount).Should().Be((GoalStatus.OnTrack, Utc.Month(2027, 2), 59m / 90m));
        (closed.Status, closed.ReadIn, closed.Expected.Amount).Should().Be((GoalStatus.Achieved, Utc.Month(2027, 3), 1m));
    }

    [Fact]
    public void Track_LevelWithoutBaseline_IsJudgedByItsTargetOnly()
    {
        var there = Table.Track(Rate(Table), Target.Reach(11.Percent()), FirstQuarter, February);
        (there.Status, there.Attainment.IsDefined).Should().Be((GoalStatus.OnTrack, false));
        there.ToText().Should().Be(
            "On track: stands at 11 %, target 11 %. Progress of a level is measured from a baseline, and this goal has none.");
        there.Lines().Should().Equal(
            "Warning TRACK-NO-BASELINE goals/goal/target/baseline | Progress of a level is measured from a baseline, and this goal has"
            + " none. | Fremgangen for et niveau måles fra et udgangspunkt, og målet har ikke noget.");

        var below = Table.Track(Rate(Table), Target.Reach(12.Percent()), FirstQuarter, February);
        below.Status.Should().Be(GoalStatus.Unknown);
        // 40 / 300
        Table.Track(Rate(Table), Target.Reach(12.Percent()), FirstQuarter, Utc2027(4, 1)).Status.Should().Be(GoalStatus.Achieved);
        Table.Track(Rate(Table, Direction.LowerIsBetter), Target.Reach(12.Percent()), FirstQuarter, Utc2027(4, 1)).Status
            .Should().Be(GoalStatus.Missed);
    }

    [Fact]
    public void Track_LevelFromABetterBaseline_CannotBeJudged()
    {
        var progress = Table.Track(Rate(Table), Target.Reach(9.Percent(), over: LastQuarter), FirstQuarter, February);
        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Lines().Should().Equal(
            "Error TRACK-WRONG-WAY goals/goal/target | From the measured baseline 10 % the target 9 % leads the wrong way. | Måltallet 9"
            + " % går den forkerte vej i forhold til det målte udgangspunkt 10 %.");
        Table.Track(Rate(Table, Direction.LowerIsBetter), Target.Reach(11.Percent(), over: LastQuarter), FirstQuarter, February).Status
            .Should().Be(GoalStatus.Unknown);
    }

    [Fact]
    public void Track_TargetEqualToMeasuredBaseline_CannotBeJudged()
    {
        var progress = Table.Track(Rate(Table), Target.Reach(10.Percent(), over: LastQuarter), FirstQuarter, February);
        progress.Status.Should().Be(GoalStatus.Unknown);
        progress.Lines().Should().Equal(
            "Error TRACK-TARGET-IS-BASELINE goals/goal/target | The target 10 % equals the measured baseline: there is no way to go. |"
            + " Måltallet 10 % er lig med det målte udgangspunkt: der er intet at opnå.");
        progress.ToText(Danish).Should().Be("Ukendt: Måltallet 10 % er lig med det målte udgangspunkt: der er intet at opnå.");
    }

    [Theory] // A cold store at −10 degrees: no share of −15 says how far −10 is beyond it.
    [InlineData(-15, 1, 20, GoalStatus.OffTrack)]
    [InlineData(-15, 2, 1, GoalStatus.Missed)]
    [InlineData(-10, 1, 20, GoalStatus.OnTrack)]
    [InlineData(-10, 2, 1, GoalStatus.Achieved)]
    public void Track_LimitBelowZero_IsKeptOrBroken(int limit, int month, int day, GoalStatus status)
    {
        var store = FactTable.From("store", [-10m]).At(_ => new LocalDate(2027, 1, 2))
            .Value("degrees", value => value, Unit.Score(-50m, 50m)).Covering(new(2027, 1, 1), new(2027, 2, 1)).Build();
        var progress = store.Track(
            Metric.Average("degrees", store, "degrees").BetterWhen(Direction.LowerIsBetter),
            Target.Reach(Quantity.Score(limit, -50m, 50m)),
            January,
            Utc2027(month, day));

        progress.Status.Should().Be(status);
        progress.Findings.Should().BeEmpty();
    }

    [Fact]
    public void Track_Level_ShowsWhatItWasComputedFrom() =>
        Table.Track(Rate(Table), Target.Reach(12.Percent(), from: 10.Percent()), FirstQuarter, February)
            .Evidence.Select(one => $"{one.Measure} {one.Value.ToString(null)}").Should().Equal("orders 11", "visits 100");

    [Theory]
    [InlineData("en-US", "On track: 50% of the way, 34.44% expected, pace 1.45, stands at 11%, target 12%")]
    [InlineData("da-DK", "På rette spor: 50 % af vejen, 34,44 % forventet, tempo 1,45, ligger på 11 %, måltal 12 %")]
    public void ToText_Level_StandsRatherThanLands(string culture, string text) =>
        Table.Track(Rate(Table), Target.Reach(12.Percent(), from: 10.Percent()), FirstQuarter, February)
            .ToText(System.Globalization.CultureInfo.GetCultureInfo(culture)).Replace('\u00A0', ' ').Should().Be(text);

    // 3 % in January, 4 % in February, 5 % in March: exactly the way from 2 to 5 % that is planned.
    private static (SmartGoal Goal, InMemorySource Source) OnItsPath(Duration settling)
    {
        var table = FactTable.From("path", Enumerable.Range(0, 90).Select(day => new LocalDate(2027, 1, 1).PlusDays(day)))
            .At(day => day)
            .Value("orders", day => 20 + (10 * day.Month), Unit.Count("order"))
            .Value("visits", _ => 1000, Unit.Count("visit"))
            .Covering(new(2027, 1, 1), endExclusive: new(2027, 5, 1))
            .SettlesAfter(settling)
            .Build();
        var goal = new SmartGoal("goal")
        {
            Measure = Rate(table),
            Target = Target.Reach(5.Percent(), from: 2.Percent()),
            Period = FirstQuarter,
            ReadEvery = Grain.Month,
        };
        return (goal, new(Utc, table));
    }
}

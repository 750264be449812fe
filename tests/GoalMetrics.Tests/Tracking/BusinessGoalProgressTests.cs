using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

/// <summary>10 orders on 1 January; at the start of the 11th, 10 of 31 days have gone.</summary>
public sealed class BusinessGoalProgressTests
{
    private static readonly FactTable Table = Orders(new(2026, 1, 1), new(2027, 4, 1), (new(2027, 1, 1), 10m));

    [Fact] // (3 · 25 % + 1 · 50 %) / 4
    public void Attainment_KnownGoals_IsTheirWeightedMean()
    {
        var progress = RollUp(Goal("a", 40, 3m), Goal("b", 20, 1m));
        progress.Attainment.Should().Be(31.25m.Percent());
        progress.UnknownGoals.Should().BeEmpty();
        progress.WorstStatus.Should().Be(GoalStatus.OffTrack); // 25 % of 32.26 %
    }

    [Fact] // The unknown one neither counts as zero nor goes unseen.
    public void Attainment_UnknownGoal_IsLeftOutAndReported()
    {
        var progress = RollUp(Goal("a", 20, 1m), Unknown);
        progress.Attainment.Should().Be(50.Percent());
        progress.UnknownGoals.Select(goal => goal.Goal.Id).Should().Equal("unknown");
        progress.WorstStatus.Should().Be(GoalStatus.Unknown);
    }

    [Fact]
    public void Attainment_NoKnownGoal_IsUndefined()
    {
        var progress = RollUp();
        progress.Attainment.ShouldBeUndefined(UndefinedReason.InsufficientData, "growth");
        progress.WorstStatus.Should().Be(GoalStatus.Unknown);
    }

    [Theory] // Achieved (10), on track (31), at risk (33), off track (40), missed (9 at most).
    [InlineData(GoalStatus.Achieved, 10)]
    [InlineData(GoalStatus.OnTrack, 10, 31)]
    [InlineData(GoalStatus.AtRisk, 10, 31, 33)]
    [InlineData(GoalStatus.OffTrack, 33, 40, 10)]
    [InlineData(GoalStatus.Missed, 40, -9, 33)]
    public void WorstStatus_OfGoals_IsTheWorst(GoalStatus worst, params int[] targets) =>
        RollUp([.. targets.Select(target => Goal($"goal-{Math.Abs(target)}", target, 1m))]).WorstStatus.Should().Be(worst);

    [Fact]
    public void WorstStatus_NotStarted_IsBetterThanOnTrackAndWorseThanAchieved()
    {
        RollUp(Future, Goal("done", 10, 1m)).WorstStatus.Should().Be(GoalStatus.NotStarted);
        RollUp(Future, Goal("on-track", 31, 1m)).WorstStatus.Should().Be(GoalStatus.OnTrack);
    }

    [Theory] // The worst status beside the attainment, and the goals of which nothing is known.
    [InlineData("", "31.25 % attained, worst status: Off track", "31,25 % opfyldt, værste status: Bagud")]
    [InlineData(
        "unknown",
        "31.25 % attained, worst status: Off track, progress not known: 1 of 3 goals",
        "31,25 % opfyldt, værste status: Bagud, fremdrift ukendt: 1 af 3 mål")]
    public void ToText_KnownGoals_HasTheWorstStatusAndWhatIsNotKnown(string unknown, string english, string danish)
    {
        SmartGoal[] others = unknown.Length == 0 ? [] : [Unknown];
        var progress = RollUp([Goal("a", 40, 3m), Goal("b", 20, 1m), .. others]);
        progress.ToText().Should().Be(english);
        progress.ToText(new("da-DK")).Replace('\u00A0', ' ').Should().Be(danish);
        progress.ToString().Should().Be($"growth: {english}");
    }

    [Fact]
    public void ToText_NoKnownGoal_SaysThatNothingIsKnown()
    {
        var progress = RollUp(Unknown);
        progress.ToText().Should().Be("nothing is known yet, worst status: Unknown");
        progress.ToText(new("da-DK")).Should().Be("endnu vides intet, værste status: Ukendt");
    }

    [Fact]
    public void ToText_GoalNotStarted_SaysSo() =>
        RollUp(Future).ToText().Should().Be("nothing is known yet, worst status: Not started");

    [Fact]
    public void ToText_NoGoals_SaysSo()
    {
        RollUp().ToText().Should().Be("no goal serves it");
        RollUp().ToText(new("da-DK")).Should().Be("intet mål understøtter det");
    }

    private static SmartGoal Unknown => new("unknown") { Measure = Sum(Table), Period = January, Serves = ["growth"] };

    private static SmartGoal Future => new("future")
    {
        Measure = Sum(Table),
        Target = Target.Reach(5),
        Period = Utc.Month(2027, 2),
        Serves = ["growth"],
    };

    // A negative target is a limit.
    private static SmartGoal Goal(string id, int target, decimal weight) => new(id)
    {
        Measure = Sum(Table, target < 0 ? Direction.LowerIsBetter : Direction.HigherIsBetter),
        Target = Target.Reach(Math.Abs(target)),
        Period = January,
        Weight = weight,
        Serves = ["growth"],
    };

    private static BusinessGoalProgress RollUp(params SmartGoal[] goals) =>
        Scorecard.Create(
            new()
            {
                BusinessGoals = [new("growth")],
                Goals = goals,
            }, new InMemorySource(Utc, Table), Utc2027(1, 11)).BusinessGoals.Single();
}

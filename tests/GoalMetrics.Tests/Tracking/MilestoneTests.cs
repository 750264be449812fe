using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

public sealed class MilestoneTests
{
    private static readonly Target Target = Target.Complete(
        new Milestone("design", new(2027, 1, 31)) { CompletedOn = new LocalDate(2027, 1, 20) },
        new Milestone("build", new(2027, 2, 28)) { CompletedOn = new LocalDate(2027, 2, 25), Weight = 2m },
        new Milestone("launch", new(2027, 3, 31)));

    [Theory] // Weights 1, 2 and 1 over the 90 days of the quarter; a milestone counts from the start of its day on.
    [InlineData(1, 19, 0, "Off track: 0 % complete, 20 % expected, pace 0.00")] // 18 / 90
    [InlineData(1, 20, 0, "Off track: 0 % complete, 21.11 % expected, pace 0.00")]
    [InlineData(1, 20, 12, "On track: 25 % complete, 21.67 % expected, pace 1.15")] // 19.5 / 90
    [InlineData(1, 24, 0, "At risk: 25 % complete, 25.56 % expected, pace 0.98")] // 23 / 90
    [InlineData(3, 1, 0, "On track: 75 % complete, 65.56 % expected, pace 1.14")] // 59 / 90
    [InlineData(4, 1, 0, "Missed: 75 % complete, 100 % expected, pace 0.75")]
    public void Track_Milestones_AreTheCompleteShareByWeight(int month, int day, int hour, string text) =>
        Track(Target, Utc2027(month, day, hour)).ToText().Should().Be(text);

    [Fact]
    public void ToText_MilestonesInDanish_ReadsAsASentence() =>
        Track(Target, Utc2027(3, 1)).ToText(Danish).Replace('\u00A0', ' ')
            .Should().Be("På rette spor: 75 % fuldført, 65,56 % forventet, tempo 1,14");

    [Fact] // 0.75 / 0.6556 would be 114 %, and more than all of them there is not.
    public void Track_MilestonesAhead_LandAtAllOfThem()
    {
        var progress = Track(Target, Utc2027(3, 1));
        (progress.Landing, progress.Actual, progress.Target).Should().Be((100.Percent(), 75.Percent(), 100.Percent()));
        Track(Target, Utc2027(4, 1)).Landing.Should().Be(75.Percent());
    }

    [Fact]
    public void Track_AllMilestones_IsAchievedEvenBeforeThePeriod()
    {
        var done = Target.Complete(new Milestone("ready", new(2027, 1, 31)) { CompletedOn = new LocalDate(2026, 12, 20) });
        Track(done, Utc2027(1, 1)).Status.Should().Be(GoalStatus.Achieved);
        Track(done, Utc2027(1, 1)).ToText().Should().Be("Achieved: 100 % complete, 0 % expected");
        Track(done, Instant.FromUtc(2026, 12, 20, 0, 0)).Status.Should().Be(GoalStatus.NotStarted);
        Track(done, Utc2027(4, 1)).Status.Should().Be(GoalStatus.Achieved);
    }

    [Theory] // What is done after the goal's period was not done in time.
    [InlineData(31, 3, GoalStatus.Achieved)]
    [InlineData(1, 4, GoalStatus.Missed)]
    [InlineData(3, 5, GoalStatus.Missed)]
    public void Track_MilestoneDoneAfterThePeriod_DoesNotCount(int day, int month, GoalStatus expected)
    {
        var launch = Target.Complete(new Milestone("launch", new(2027, 3, 20)) { CompletedOn = new LocalDate(2027, month, day) });
        Track(launch, Utc2027(6, 1)).Status.Should().Be(expected);
    }

    private static GoalProgress Track(Target target, Instant asOf) =>
        GoalTracker.Default.Track(new("goal") { Target = target, Period = FirstQuarter }, new InMemorySource(Utc), asOf);
}

namespace GoalMetrics.Tests.Goals;

/// <summary>A way that goes from milestone to milestone.</summary>
public sealed class MilestonePathTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Theory] // Weights 1, 2 and 1; each is expected once its last day is over.
    [InlineData(1, 1, 0, 0)]
    [InlineData(1, 31, 23, 0)]
    [InlineData(2, 1, 0, 0.25)]
    [InlineData(2, 28, 23, 0.25)]
    [InlineData(3, 1, 0, 0.75)]
    [InlineData(3, 31, 23, 0.75)]
    [InlineData(4, 1, 0, 1)]
    public void ShareAt_OfMilestones_IsThatOfTheOnesDue(int month, int day, int hour, decimal share) =>
        MilestonePath.Of(new("launch", new(2027, 3, 31)), new("design", new(2027, 1, 31)), new("build", new(2027, 2, 28)) { Weight = 2m })
            .ShareAt(Calendar.Quarter(2027, 1), Calendar.At(new(2027, month, day, hour, 0))).Should().Be(share);

    [Fact] // In the middle of January nothing is due, so a goal of which nothing is done is on track; on 1 February it is not.
    public void Track_MilestonesByTheirDueDates_IsOnTrackUntilOneIsLate()
    {
        var target = Target.Complete(new Milestone("design", new(2027, 1, 31)), new Milestone("launch", new(2027, 3, 31)));
        var goal = new SmartGoal("ship")
        {
            Target = target,
            Period = Calendar.Quarter(2027, 1),
            Path = MilestonePath.Of([.. target.Milestones]),
        };
        var source = new InMemorySource(Calendar);

        GoalTracker.Default.Track(goal, source, Calendar.At(new(2027, 1, 16, 0, 0))).Status.Should().Be(GoalStatus.OnTrack);
        GoalTracker.Default.Track(goal, source, Calendar.At(new(2027, 2, 1, 0, 0))).Status.Should().Be(GoalStatus.OffTrack);
    }

    [Fact]
    public void Of_NoMilestones_IsRefused() =>
        FluentActions.Invoking(() => MilestonePath.Of()).Should().Throw<ArgumentException>()
            .WithMessage("Expected at least one milestone.*");
}

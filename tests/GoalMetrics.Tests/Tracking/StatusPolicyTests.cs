namespace GoalMetrics.Tests.Tracking;

public sealed class StatusPolicyTests
{
    [Theory]
    [InlineData(1.0, null, GoalStatus.OnTrack)]
    [InlineData(0.9999, null, GoalStatus.AtRisk)]
    [InlineData(0.9, null, GoalStatus.AtRisk)]
    [InlineData(0.8999, null, GoalStatus.OffTrack)]
    [InlineData(-1.0, null, GoalStatus.OffTrack)]
    [InlineData(0.98, GoalStatus.OnTrack, GoalStatus.OnTrack)]
    [InlineData(0.9799, GoalStatus.OnTrack, GoalStatus.AtRisk)]
    [InlineData(0.88, GoalStatus.OnTrack, GoalStatus.AtRisk)]
    [InlineData(0.8799, GoalStatus.OnTrack, GoalStatus.OffTrack)]
    [InlineData(0.99, GoalStatus.AtRisk, GoalStatus.AtRisk)]
    [InlineData(0.88, GoalStatus.AtRisk, GoalStatus.AtRisk)]
    [InlineData(0.8799, GoalStatus.AtRisk, GoalStatus.OffTrack)]
    [InlineData(0.89, GoalStatus.OffTrack, GoalStatus.OffTrack)]
    [InlineData(0.89, GoalStatus.NotStarted, GoalStatus.OffTrack)]
    public void Judge_Pace_GoesByThresholdsAndWhatWasHeld(double pace, GoalStatus? previous, GoalStatus status) =>
        StatusPolicy.Default.Judge(Quantity.Ratio((decimal)pace), previous).Should().Be(status);

    [Fact]
    public void Judge_UndefinedPace_IsUnknown() => StatusPolicy.Default.Judge(default, GoalStatus.OnTrack).Should().Be(GoalStatus.Unknown);

    [Fact]
    public void Judge_ThresholdsOfOnesOwn_AreKept()
    {
        var policy = new StatusPolicy { OnTrackFrom = 0.95m, AtRiskFrom = 0.8m, Hysteresis = 0m };
        policy.Judge(0.95m).Should().Be(GoalStatus.OnTrack);
        policy.Judge(0.94m, GoalStatus.OnTrack).Should().Be(GoalStatus.AtRisk);
        policy.Judge(0.79m, GoalStatus.AtRisk).Should().Be(GoalStatus.OffTrack);
        policy.Should().Be(new StatusPolicy { OnTrackFrom = 0.95m, AtRiskFrom = 0.8m, Hysteresis = 0m });
    }

    [Fact]
    public void OnTrackFrom_Zero_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => new StatusPolicy { OnTrackFrom = 0m })
            .Should().StartWith("Expected a pace above 0. (Parameter 'OnTrackFrom')");

    [Fact]
    public void AtRiskFrom_BelowZero_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => new StatusPolicy { AtRiskFrom = -1m })
            .Should().StartWith("Expected a pace above 0. (Parameter 'AtRiskFrom')");

    [Fact]
    public void Hysteresis_BelowZero_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => new StatusPolicy { Hysteresis = -0.01m })
            .Should().StartWith("Expected 0 or more. (Parameter 'Hysteresis')");

    [Fact]
    public void Init_PerCent_AsksForTheShare()
    {
        Messages.Of<ArgumentOutOfRangeException>(() => new StatusPolicy { OnTrackFrom = 95m }).Should().StartWith(
            "Expected a pace of at most 10, where 1 is on time. For a pace in per cent, state 0.95. (Parameter 'OnTrackFrom')");
        Messages.Of<ArgumentOutOfRangeException>(() => new StatusPolicy { AtRiskFrom = 80m }).Should().StartWith(
            "Expected a pace of at most 10, where 1 is on time. For a pace in per cent, state 0.8. (Parameter 'AtRiskFrom')");
        new StatusPolicy { OnTrackFrom = 10m }.OnTrackFrom.Should().Be(10m);
    }
}

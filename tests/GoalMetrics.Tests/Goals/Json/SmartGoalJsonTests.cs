using System.Text.Json.Nodes;

namespace GoalMetrics.Tests.Goals.Json;

public sealed class SmartGoalJsonTests
{
    private static readonly Target Stay = Target.StayAtLeast(Quantity.Count(45, "order"));

    [Theory] // A goal to stay within limits is read by the month where it does not say.
    [InlineData(true, null, "month")]
    [InlineData(true, Grain.Week, "week")]
    [InlineData(false, null, null)]
    [InlineData(false, Grain.FiscalQuarter, "fiscalQuarter")]
    public void Write_ReadEvery_IsTheGrainOfItsReadings(bool isStay, Grain? stated, string? written) =>
        Written(new("goal") { Target = isStay ? Stay : null, ReadEvery = stated })["readEvery"]?.GetValue<string>().Should().Be(written);

    [Fact]
    public void Write_Weight_IsThatOfTheRollUp() => Written(new("goal") { Weight = 2.5m })["weight"]!.GetValue<decimal>().Should().Be(2.5m);

    [Fact]
    public void Write_Path_IsItsKind()
    {
        PathOf(new("goal")).Should().Be("linear");
        PathOf(new("goal") { Path = WeightedDaysPath.Instance }).Should().Be("weightedDays");
        PathOf(new("goal") { Path = MilestonePath.Of(new Milestone("beta", new(2027, 2, 1))) }).Should().Be("milestones");
        PathOf(new("goal") { Path = new OwnPath() }).Should().Be("own");
    }

    private static string PathOf(SmartGoal goal) => Written(goal)["path"]!.GetValue<string>();

    private static JsonNode Written(SmartGoal goal) => goal.AsJson();

    private sealed class OwnPath : IProgressPath
    {
        public decimal ShareAt(ReportingPeriod period, NodaTime.Instant moment) => 0m;
    }
}

using NodaTime;

namespace GoalMetrics.Tests.Smart.Json;

public sealed class SmartReportJsonTests
{
    [Fact]
    public void Write_Report_HasAVerdictAndFindingsForEachCriterion()
    {
        var goal = new SmartGoal("vague") { Statement = "Do better", Owner = "Sales", Serves = ["growth"] };
        var json = SmartValidator.Default.Validate(goal, Instant.FromUtc(2027, 1, 1, 0, 0)).AsJson();

        json["goal"].ShouldBeJson(
            """
            {
              "id": "vague", "statement": "Do better", "owner": "Sales", "measure": null, "target": null, "period": null,
              "serves": ["growth"], "readEvery": null, "path": "linear", "weight": 1
            }
            """);
        json["asOf"].ShouldBeJson("\"2027-01-01T00:00:00Z\"");
        json["isSmart"].ShouldBeJson("false");
        json["criteria"]!.AsObject().Select(criterion => $"{criterion.Key}: {criterion.Value!["verdict"]}").Should().Equal(
            "specific: doubtful", "measurable: notMet", "achievable: doubtful", "relevant: met", "timeBound: notMet");
        json["criteria"]!["measurable"]!["findings"]!.AsArray().Select(finding => finding!["code"]!.GetValue<string>())
            .Should().Equal("SMART-M-MEASURE", "SMART-M-TARGET");
    }
}

using System.Text.Json.Nodes;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking.Json;

public sealed class GoalProgressJsonTests
{
    private const string Undefined = """{"amount":null,"unit":null,"reason":"noData"}""";

    // 30 orders in the first ten days of January.
    private static readonly FactTable TenDays = Orders(new(2027, 1, 1), new(2027, 1, 11), (new(2027, 1, 4), 30m));

    // 50 orders in January and 40 in February.
    private static readonly FactTable TwoMonths =
        Orders(new(2027, 1, 1), new(2027, 3, 1), (new(2027, 1, 4), 50m), (new(2027, 2, 4), 40m));

    [Fact] // 30 of 90 in 10 of 31 days: a third over 10/31 is 31/30; 3 a day land at 93; 60 in 21 days are 20/7 a day.
    public void Write_Flow_HasEveryFigure()
    {
        var progress = TenDays.Track(Sum(TenDays), Target.Reach(Quantity.Count(90, "order")), January, Utc2027(1, 11));
        var json = progress.AsJson();

        json["text"]!["en"]!.GetValue<string>().Should().Be(
            "On track: 33.33 % of the target, 32.26 % expected, pace 1.03, lands at 93, target 90");
        json["text"]!["da"]!.GetValue<string>().Should().Be(progress.ToText(Danish));
        ((JsonObject)json).Remove("text");
        json.ShouldBeJson(
            """
            {
              "goal": {
                "id": "goal", "statement": null, "owner": null,
                "measure": { "id": "orders", "title": { "en": "orders" }, "unit": "count of order", "direction": "higherIsBetter" },
                "target": { "kind": "reach", "value": { "amount": 90, "unit": "count of order" } },
                "period": { "name": "2027-01", "grain": "month", "start": "2027-01-01", "end": "2027-02-01" },
                "serves": [], "readEvery": null, "path": "linear", "weight": 1
              },
              "asOf": "2027-01-11T00:00:00Z",
              "judgedAt": "2027-01-11T00:00:00Z",
              "nature": "flow",
              "state": "open",
              "status": "onTrack",
              "baseline": { "amount": null, "unit": "count of order", "reason": "noData", "cause": "baseline" },
              "target": { "amount": 90, "unit": "count of order" },
              "actual": { "amount": 30, "unit": "count of order" },
              "attainment": { "amount": 0.3333333333333333333333333333, "unit": "ratio" },
              "clippedAttainment": { "amount": 0.3333333333333333333333333333, "unit": "ratio" },
              "limitUsed": { "amount": null, "unit": "ratio", "reason": "noData", "cause": "limit" },
              "expected": { "amount": 0.3225806451612903225806451613, "unit": "ratio" },
              "pace": { "amount": 1.0333333333333333333333333333, "unit": "ratio" },
              "landing": { "amount": 93, "unit": "count of order" },
              "runRate": { "amount": 3, "unit": "order per day" },
              "requiredRate": { "amount": 2.8571428571428571428571428571, "unit": "order per day" },
              "elapsedDays": 10,
              "remainingDays": 21,
              "readIn": null,
              "readings": [],
              "evidence": [],
              "findings": []
            }
            """);
    }

    [Fact]
    public void Write_GoalToStay_HasItsReadings()
    {
        var json = TwoMonths.Track(Sum(TwoMonths), Target.StayAtLeast(Quantity.Count(45, "order")), FirstQuarter, Utc2027(3, 1)).AsJson();

        json["nature"]!.GetValue<string>().Should().Be("stay");
        json["readings"].ShouldBeJson(
            """
            [
              {
                "period": { "name": "2027-01", "grain": "month", "start": "2027-01-01", "end": "2027-02-01" },
                "value": { "amount": 50, "unit": "count of order" },
                "isKept": true
              },
              {
                "period": { "name": "2027-02", "grain": "month", "start": "2027-02-01", "end": "2027-03-01" },
                "value": { "amount": 40, "unit": "count of order" },
                "isKept": false
              }
            ]
            """);
    }

    [Fact] // 3 orders of 100 visits.
    public void Write_Level_HasItsEvidence()
    {
        var visits = Visits(new(2027, 1, 1), new(2027, 1, 11), (new(2027, 1, 4), 3m, 100m));
        var json = visits.Track(Rate(visits), Target.Reach(4.Percent(), from: 2.Percent()), January, Utc2027(1, 11)).AsJson();

        json["evidence"]!.AsArray().Select(input => $"{input!["measure"]!["id"]} {input["value"]!["amount"]}")
            .Should().Equal("orders 3", "visits 100");
        json["baseline"].ShouldBeJson("""{"amount":0.02,"unit":"ratio"}""");
    }

    [Fact]
    public void Write_GoalWithoutFacts_HasReasonsAndFindings()
    {
        var json = TenDays.Track(Sum(TenDays), Target.StayAtLeast(Quantity.Count(90, "order")), January, Utc2027(2, 1)).AsJson();

        json["status"]!.GetValue<string>().Should().Be("unknown");
        json["attainment"].ShouldBeJson(Undefined);
        json["landing"].ShouldBeJson(Undefined);
        json["findings"]!.AsArray().Select(finding => finding!["code"]!.GetValue<string>())
            .Should().Equal("TRACK-DATA-END", "TRACK-NOTHING-CLOSED");
        json["findings"]![1]!["arguments"].ShouldBeJson("""{"grain":{"en":"month","da":"måned"}}""");
    }
}

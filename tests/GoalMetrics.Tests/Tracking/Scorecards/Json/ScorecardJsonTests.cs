using System.Text.Json;
using NodaTime;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking.Scorecards.Json;

public sealed class ScorecardJsonTests
{
    private static readonly FactTable Shop = FactTable.From("shop", new[]
    {
        (Day: new LocalDate(2027, 1, 4), Market: (string?)"UK", Orders: 40m),
        (Day: new LocalDate(2027, 2, 2), Market: "UK", Orders: 30m),
        (Day: new LocalDate(2027, 2, 10), Market: null, Orders: 20m),
    }).At(row => (LocalDate?)row.Day).Dimension("market", row => row.Market)
        .Value("orders", row => row.Orders, Unit.Count("order"))
        .Covering(new(2027, 1, 1), new(2027, 3, 1)).Build();

    private static readonly Metric ShopOrders = Metric.Sum("orders", Shop, "orders").BetterWhen(Direction.HigherIsBetter);

    private static readonly Kpi ByMarket = Kpi.Of("by-market", ShopOrders).ShownBy("market").Serving("growth");

    private static readonly Strategy Strategy = new()
    {
        Vision = "A shop on every corner",
        BusinessGoals = [new("growth") { Title = new("Growth", "Vækst") }],
        Goals =
        [
            new("more-orders")
            {
                Measure = ByMarket,
                Target = Target.Reach(Quantity.Count(200, "order")),
                Period = Utc.Month(2027, 2),
                Serves = ["growth"],
            },
        ],
        Kpis = [ByMarket.DrivenBy(PerformanceIndicator.Daily(ShopOrders))],
    };

    private static readonly Scorecard Card = Scorecard.Create(Strategy, new InMemorySource(Utc, Shop), Utc2027(2, 11));

    [Fact]
    public void Write_Scorecard_HasWhatTheStrategyHas()
    {
        var json = Card.AsJson();

        json.AsObject().Select(property => property.Key).Should().Equal(
            "asOf", "vision", "mission", "businessGoals", "goals", "kpis", "performanceIndicators", "findings");
        json["asOf"].ShouldBeJson("\"2027-02-11T00:00:00Z\"");
        json["vision"].ShouldBeJson("""{"en":"A shop on every corner"}""");
        json["mission"].Should().BeNull();
        json["goals"]![0].ShouldBeJson(Card.Goals[0].AsJson().ToJsonString());
        json["performanceIndicators"]![0]!["current"]!["period"]!["name"]!.GetValue<string>().Should().Be("2027-02-10");
        json["findings"]!.AsArray().Select(finding => finding!["code"]!.GetValue<string>()).Should().Equal("DATA-BEGIN");
    }

    [Fact] // 50 orders of 200.
    public void Write_BusinessGoal_RefersToItsGoals() => Card.AsJson()["businessGoals"].ShouldBeJson(
        """
        [
          {
            "goal": { "id": "growth", "title": { "en": "Growth", "da": "Vækst" }, "description": null },
            "attainment": { "amount": 0.25, "unit": "ratio" },
            "unclippedAttainment": { "amount": 0.25, "unit": "ratio" },
            "worstStatus": "offTrack",
            "goals": ["more-orders"],
            "unknownGoals": []
          }
        ]
        """);

    [Fact] // 50 in the first ten days of February, 40 in those of January; nothing is known of 2026.
    public void Write_Kpi_HasItsReadings()
    {
        var kpi = Card.AsJson()["kpis"]![0]!;

        kpi.AsObject().Select(property => property.Key).Should().Equal("measure", "current", "latestClosed", "breakdown");
        kpi["measure"]!["id"]!.GetValue<string>().Should().Be("by-market");
        kpi["current"].ShouldBeJson(
            """
            {
              "period": { "name": "2027-02", "grain": "month", "start": "2027-02-01", "end": "2027-03-01" },
              "state": "open",
              "value": { "amount": 50, "unit": "count of order" },
              "readUntil": "2027-02-11T00:00:00Z",
              "isFullyCovered": true,
              "fromPrevious": {
                "from": { "amount": 40, "unit": "count of order" },
                "to": { "amount": 50, "unit": "count of order" },
                "absolute": { "amount": 10, "unit": "count of order" },
                "relative": { "amount": 0.25, "unit": "ratio" }
              },
              "fromYearEarlier": {
                "from": { "amount": null, "unit": "count of order", "reason": "noData", "cause": "orders" },
                "to": { "amount": 50, "unit": "count of order" },
                "absolute": { "amount": null, "unit": "count of order", "reason": "noData", "cause": "orders" },
                "relative": { "amount": null, "unit": "ratio", "reason": "noData", "cause": "orders" }
              },
              "compared": [
                {
                  "comparison": "previousPeriod",
                  "period": { "name": "2027-02", "grain": "month", "start": "2027-02-01", "end": "2027-03-01" },
                  "until": "2027-02-11T00:00:00Z",
                  "earlier": { "name": "2027-01", "grain": "month", "start": "2027-01-01", "end": "2027-02-01" },
                  "earlierUntil": "2027-01-11T00:00:00Z"
                },
                {
                  "comparison": "yearEarlier",
                  "period": { "name": "2027-02", "grain": "month", "start": "2027-02-01", "end": "2027-03-01" },
                  "until": "2027-02-11T00:00:00Z",
                  "earlier": { "name": "2026-02", "grain": "month", "start": "2026-02-01", "end": "2026-03-01" },
                  "earlierUntil": "2026-02-11T00:00:00Z"
                }
              ],
              "verdict": "better"
            }
            """);
        kpi["latestClosed"]!["value"].ShouldBeJson("""{"amount":40,"unit":"count of order"}""");
    }

    [Fact] // 30 in the UK, 20 of no market.
    public void Write_KpiByMember_NamesTheDimension()
    {
        var breakdown = Card.AsJson()["kpis"]![0]!["breakdown"]!.AsArray();

        breakdown.Select(each => each!["members"]!.ToJsonString()).Should().Equal("""{"market":"UK"}""", """{"market":null}""");
        breakdown.Select(each => each!["reading"]!["value"]!["amount"]!.GetValue<decimal>()).Should().Equal(30m, 20m);
        breakdown[0].ShouldBeJson(Card.Kpis[0].Breakdown[0].AsJson().ToJsonString());
    }

    [Fact]
    public void Write_StandingOfEitherKind_IsTheSameByItself()
    {
        Card.AsJson()["kpis"]![0].ShouldBeJson(JsonSerializer.Serialize(Card.Kpis[0]));
        Card.AsJson()["performanceIndicators"]![0].ShouldBeJson(JsonSerializer.Serialize(Card.PerformanceIndicators[0]));
    }
}

namespace GoalMetrics.Tests.Goals.Json;

public sealed class StrategyJsonTests
{
    private static readonly TableSchema Site = TableSchema.Named("site", FactTime.Date)
        .Dimension("channel").Value("visits", Unit.Count("visit")).Value("orders", Unit.Count("order"));

    private static readonly Metric Visits = Metric.Sum("visits", Site, "visits");
    private static readonly Metric Orders = Metric.Sum("orders", Site, "orders");

    [Fact]
    public void Write_Strategy_SaysWhatServesWhat()
    {
        var growth = new BusinessGoal("growth");
        var strategy = new Strategy
        {
            Vision = "The shop that everyone knows",
            BusinessGoals = [growth],
            Kpis =
            [
                Kpi.Of("conversion-rate", Marketing.ConversionRate, Orders, Visits)
                    .Serving("growth").DrivenBy(PerformanceIndicator.Weekly(Visits)).ShownBy("channel"),
            ],
            Goals = [new("more-orders") { Measure = Orders, Serves = [growth], Owner = "Sales" }],
            PerformanceIndicators = [PerformanceIndicator.Daily(Orders)],
        };

        var json = strategy.AsJson();

        json["vision"].ShouldBeJson("""{ "en": "The shop that everyone knows" }""");
        json["mission"].Should().BeNull();
        json["businessGoals"].ShouldBeJson("""[ { "id": "growth", "title": { "en": "growth" }, "description": null } ]""");
        json["goals"]![0]!["owner"]!.GetValue<string>().Should().Be("Sales");
        json["kpis"].ShouldBeJson(
            """
            [
              {
                "id": "conversion-rate",
                "title": { "en": "Conversion rate", "da": "Konverteringsfrekvens" },
                "unit": "ratio",
                "direction": "higherIsBetter",
                "readEvery": "month",
                "serves": [ "growth" ],
                "drivenBy": [ "visits" ],
                "shownBy": [ "channel" ]
              }
            ]
            """);
        json["performanceIndicators"]!.AsArray().Select(indicator => $"{indicator!["id"]} {indicator["readEvery"]}")
            .Should().Equal("visits week", "orders day");
        json["metrics"]!.AsArray().Select(metric => metric!["id"]!.GetValue<string>()).Should().Equal("orders", "visits");
    }
}

using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying.Json;

public sealed class QueryJsonTests
{
    private static readonly TableSchema Sales = TableSchema.Named("sales", FactTime.Date)
        .Dimension("market").Value("orders", Unit.Count("order")).Value("revenue", Unit.Money("DKK"));

    private static readonly Metric Orders = Metric.Sum("orders", Sales, "orders");
    private static readonly Metric Revenue = Metric.Sum("revenue", Sales, "revenue");

    [Fact]
    public void Write_PlainQuery_IsAboutAllTime() => Query.For(Orders).AsJson().ShouldBeJson(
        """
        {
          "measures": [ "orders" ],
          "period": null,
          "start": null,
          "endExclusive": null,
          "grain": null,
          "dimensions": [],
          "filter": null,
          "asOf": null,
          "comparisons": [],
          "comparesWholePeriods": false,
          "widensToWholePeriods": false,
          "having": [],
          "havingFacts": [],
          "top": null,
          "order": null,
          "hasSubtotals": false,
          "hasDataQuality": false
        }
        """);

    [Fact]
    public void Write_QueryWithEverything_SaysAllThatIsAsked() => Query.For(Orders, Revenue)
        .Between(new(2026, 1, 1), new(2026, 7, 1)).By(Grain.Month).By("market")
        .Where(Filter.In("market", "DK", "SE"))
        .AsOf(Instant.FromUtc(2026, 6, 15, 12, 0))
        .ComparedWith(PeriodComparison.PreviousPeriod).ComparingWholePeriods().WidenedToWholePeriods()
        .Having(Revenue, Comparison.Greater, Money.Dkk(100)).HavingFacts(Orders)
        .Top(1, "market", by: Revenue, restAs: "rest").OrderedBy(Orders, SortOrder.Ascending)
        .WithSubtotals().WithDataQuality()
        .AsJson().ShouldBeJson(
            """
            {
              "measures": [ "orders", "revenue" ],
              "period": null,
              "start": "2026-01-01",
              "endExclusive": "2026-07-01",
              "grain": "month",
              "dimensions": [ "market" ],
              "filter": "market in (DK, SE)",
              "asOf": "2026-06-15T12:00:00Z",
              "comparisons": [ "previousPeriod" ],
              "comparesWholePeriods": true,
              "widensToWholePeriods": true,
              "having": [ { "measure": "revenue", "comparison": "greater", "value": { "amount": 100, "unit": "DKK" } } ],
              "havingFacts": [ [ "orders" ] ],
              "top": { "count": 1, "dimension": "market", "by": "revenue", "restAs": "rest" },
              "order": { "by": "orders", "order": "ascending" },
              "hasSubtotals": true,
              "hasDataQuality": true
            }
            """);
}

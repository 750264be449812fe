namespace GoalMetrics.Tests.Sources.Json;

public sealed class TableSchemaJsonTests
{
    [Fact]
    public void Write_Schema_HasItsDimensionsAndColumns() => TableSchema.Named("sales", FactTime.Date)
        .Dimension("market").Dimension("currency").MembersInOrder("market", "DK", "SE")
        .Value("orders", Unit.Count("order")).Value("revenue", "currency").Balance("stock", Unit.Count("piece"))
        .EachFactCovers(Grain.Month)
        .AsJson().ShouldBeJson(
            """
            {
              "name": "sales",
              "time": "date",
              "dimensions": [
                { "name": "market", "kind": "text", "order": [ "DK", "SE" ] },
                { "name": "currency", "kind": "text", "order": [] }
              ],
              "columns": [
                { "name": "orders", "unit": "count of order", "currencyDimension": null, "countedPer": null, "isBalance": false },
                { "name": "revenue", "unit": null, "currencyDimension": "currency", "countedPer": null, "isBalance": false },
                { "name": "stock", "unit": "count of piece", "currencyDimension": null, "countedPer": null, "isBalance": true }
              ],
              "factGrain": "month",
              "order": null
            }
            """);
}

using System.Text.Json;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Results.Json;

/// <summary>A shop like that of the README: 900 visits, 27 orders on 14 September, and so on.</summary>
public sealed class MetricTableJsonTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    private static readonly FactTable Shop = FactTable.From(
            "shop",
            new[]
            {
                (Date: new LocalDate(2026, 9, 14), Market: "DK", Visits: 900, Orders: 27, Revenue: 13_500m),
                (Date: new LocalDate(2026, 9, 15), Market: "SE", Visits: 0, Orders: 0, Revenue: 2_400m),
                (Date: new LocalDate(2026, 10, 1), Market: "DK", Visits: 800, Orders: 32, Revenue: 16_800.50m),
            })
        .At(day => day.Date)
        .Dimension("market", day => day.Market)
        .Value("visits", day => day.Visits, Unit.Count("visit"))
        .Value("orders", day => day.Orders, Unit.Count("order"))
        .Value("revenue", day => day.Revenue, Unit.Money("DKK"))
        .Covering(new(2026, 9, 1), endExclusive: new(2026, 11, 1))
        .Build();

    private static readonly Metric Revenue = Metric.Sum("revenue", of: Shop, column: "revenue").BetterWhen(Direction.HigherIsBetter);

    private static readonly Kpi Conversion = Kpi.Of(
        "conversion-rate", Marketing.ConversionRate, Metric.Sum("orders", Shop, "orders"), Metric.Sum("visits", Shop, "visits"));

    private static readonly Query ByMonth = Query.For(Conversion, Revenue).Between(new(2026, 9, 1), new(2026, 11, 1)).By(Grain.Month);

    [Fact] // 27 of 900 visits, and 32 of 800.
    public void Write_TableByMonth_HasAColumnForEachMeasureAndARowForEachPeriod() => Answer(ByMonth).AsJson().ShouldBeJson(
        """
        {
          "asOf": "2026-10-31T23:00:00Z",
          "calendar": { "zone": "Europe/Copenhagen" },
          "period": { "name": "2026-09-01/2026-11-01", "grain": null, "start": "2026-09-01", "end": "2026-11-01" },
          "grain": "month",
          "dimensions": [],
          "measures": [
            {
              "id": "conversion-rate", "title": { "en": "Conversion rate", "da": "Konverteringsfrekvens" },
              "unit": "ratio", "direction": "higherIsBetter"
            },
            { "id": "revenue", "title": { "en": "revenue" }, "unit": "DKK", "direction": "higherIsBetter" }
          ],
          "rows": [
            {
              "period": { "name": "2026-09", "grain": "month", "start": "2026-09-01", "end": "2026-10-01" },
              "members": {}, "state": "closed", "isPartial": false, "isRest": false, "isFullyCovered": true,
              "values": { "conversion-rate": 0.03, "revenue": 15900 }
            },
            {
              "period": { "name": "2026-10", "grain": "month", "start": "2026-10-01", "end": "2026-11-01" },
              "members": {}, "state": "closed", "isPartial": false, "isRest": false, "isFullyCovered": true,
              "values": { "conversion-rate": 0.04, "revenue": 16800.5 }
            }
          ],
          "total": {
            "period": { "name": "2026-09-01/2026-11-01", "grain": null, "start": "2026-09-01", "end": "2026-11-01" },
            "members": {}, "state": "closed", "isPartial": false, "isRest": false, "isFullyCovered": true,
            "values": { "conversion-rate": 0.0347058823529411764705882353, "revenue": 32700.5 }
          },
          "findings": []
        }
        """);

    [Fact] // The data end with October.
    public void Write_TimeThatIsNotCovered_IsNamed()
    {
        var table = Answer(Query.For(Revenue).Between(new(2026, 10, 1), new(2026, 12, 1)).By(Grain.Month)).AsJson();

        table["rows"]!.AsArray().Select(row => $"{row!["isFullyCovered"]} {row["uncovered"]?.ToJsonString()}")
            .Should().Equal("true ", "false [\"revenue\"]");
        table["rows"]![1]!["undefined"].ShouldBeJson("""{"revenue":{"reason":"noData","cause":"revenue"}}""");
        table["findings"]!.AsArray().Select(finding => finding!["code"]!.GetValue<string>()).Should().Equal("DATA-END");
    }

    [Fact] // SE has no visits in September; its revenue falls from 2,400 to 0.
    public void Write_RowByMarket_HasReasonsAndChangesBesideItsNumbers()
    {
        var table = Answer(ByMonth.By("market").ComparedWith(PeriodComparison.PreviousPeriod)).AsJson();

        table["dimensions"].ShouldBeJson("""["market"]""");
        table["rows"]![1]!["members"].ShouldBeJson("""{"market":"SE"}""");
        table["rows"]![1]!["values"].ShouldBeJson("""{"conversion-rate":null,"revenue":2400}""");
        table["rows"]![1]!["undefined"].ShouldBeJson("""{"conversion-rate":{"reason":"zeroDenominator","cause":"visitors"}}""");
        table["rows"]![3]!["changes"]!["previousPeriod"]!["revenue"].ShouldBeJson(
            """
            {
              "from": { "amount": 2400, "unit": "DKK" },
              "to": { "amount": 0, "unit": "DKK" },
              "absolute": { "amount": -2400, "unit": "DKK" },
              "relative": { "amount": -1, "unit": "ratio" },
              "isFullyCovered": true,
              "earlier": { "name": "2026-09", "grain": "month", "start": "2026-09-01", "end": "2026-10-01" },
              "earlierUntil": "2026-09-30T22:00:00Z"
            }
            """);
        table["rows"]![0]!["changes"]!["previousPeriod"]!["revenue"]!["from"].ShouldBeJson(
            """{"amount":null,"unit":"DKK","reason":"noData","cause":"revenue"}""");
    }

    [Fact]
    public void Write_TableByMarket_HasTotalsOfPeriodsAndOfMembers()
    {
        var table = Answer(ByMonth.By("market").WithSubtotals().Where(Filter.Equal("market", "NO"))).AsJson();

        table.AsObject().Select(property => property.Key).Should().Equal(
            "asOf", "calendar", "period", "grain", "dimensions", "measures", "rows", "subtotals", "periodTotals", "memberTotals", "total",
            "findings");
        table["periodTotals"]!.AsArray().Select(row => row!["values"]!["revenue"]!.ToJsonString()).Should().Equal("0", "0");
        table["findings"]![0]!["code"]!.GetValue<string>().Should().Be("QUERY-UNKNOWN-MEMBER");
        Answer(ByMonth.By("market")).AsJson()["memberTotals"]!.AsArray()
            .Select(row => $"{row!["members"]!["market"]}: {row["values"]!["revenue"]}").Should().Equal("DK: 30300.5", "SE: 2400");
    }

    [Fact] // The latest fact is of 1 October 00:00; asked for at 1 November 00:00 in winter time: 31 days and an hour.
    public void Write_TableWithDataQuality_HasItMetricByMetric() =>
        Answer(Query.For(Revenue).Between(new(2026, 9, 1), new(2026, 11, 1)).WithDataQuality()).AsJson()["quality"].ShouldBeJson(
            """
            [
              {
                "metric": "revenue", "table": "shop", "rows": 3, "nulls": 0, "refusedRows": 0,
                "coverage": { "start": "2026-08-31T22:00:00Z", "end": "2026-10-31T23:00:00Z" },
                "latestFact": "2026-09-30T22:00:00Z",
                "age": "PT745H"
              }
            ]
            """);

    [Fact]
    public void Write_RestOfTop_SaysSo()
    {
        var rows = Answer(Query.For(Revenue).By("market").Top(1, "market", by: Revenue)).AsJson()["rows"]!.AsArray();

        rows.Select(row => $"{row!["members"]!["market"]}: {row["isRest"]}").Should().Equal("DK: false", "other: true");
    }

    [Fact]
    public void Write_RowByItself_StatesTheUnits()
    {
        var row = Answer(ByMonth)[0].AsJson();

        row["values"].ShouldBeJson("""{"conversion-rate":0.03,"revenue":15900}""");
        row["units"].ShouldBeJson("""{"conversion-rate":"ratio","revenue":"DKK"}""");
    }

    [Fact] // A formula whose unit is not known beforehand gives money on the first day and a count on the second.
    public void Write_ValuesOfSeveralUnits_StateTheirOwn()
    {
        var mixed = Kpi.Of("mixed", Either, Orders(), Revenue);
        mixed.Unit.Should().BeNull();
        var table = Answer(Query.For(mixed).Between(new(2026, 9, 14), new(2026, 9, 16)).By(Grain.Day)).AsJson();

        table["measures"]![0]!["unit"].Should().BeNull();
        table["rows"]![0]!["units"].ShouldBeJson("""{"mixed":"DKK"}""");
        table["rows"]![1]!["units"].ShouldBeJson("""{"mixed":"count of order"}""");

        static Quantity Either(Quantity orders, Quantity revenue) => orders.AmountOrNull switch
        {
            27m => revenue,
            0m => orders,
            _ => default,
        };
    }

    [Fact]
    public void Write_ApproximateValues_HaveTheirErrors()
    {
        var markets = Metric.ApproximateCountDistinct("markets", Shop, "market");
        var row = Answer(Query.For(markets, Revenue))[0];

        row.AsJson()["errors"]!.AsObject().Select(error => error.Key).Should().Equal("markets");
        row.AsJson()["errors"]!["markets"]!.GetValue<decimal>().Should().Be(row.ErrorOf(markets).Amount);
    }

    [Fact]
    public void Write_Records_AreLong() =>
        Answer(Query.For(Revenue).Between(new(2026, 9, 1), new(2026, 10, 1)).By("market")).ToRecords().AsJson().ShouldBeJson(
            """
            [
              {
                "period": { "name": "2026-09-01/2026-10-01", "grain": null, "start": "2026-09-01", "end": "2026-10-01" },
                "members": { "market": "DK" },
                "measure": "revenue",
                "value": { "amount": 13500, "unit": "DKK" }
              },
              {
                "period": { "name": "2026-09-01/2026-10-01", "grain": null, "start": "2026-09-01", "end": "2026-10-01" },
                "members": { "market": "SE" },
                "measure": "revenue",
                "value": { "amount": 2400, "unit": "DKK" }
              }
            ]
            """);

    [Fact]
    public void Write_EveryMeasure_IsItsIdTitleUnitAndDirection()
    {
        Measure[] measures =
        [
            Revenue, Conversion, PerformanceIndicator.Daily(Revenue), Revenue.Previous(Grain.Year), Revenue.Rolling(7, Grain.Day),
            Measure.Of("margin", (revenue, cost) => revenue - cost, Revenue, Revenue),
        ];

        foreach (var measure in measures)
        {
            measure.AsJson().AsObject().Select(property => property.Key).Should().Equal("id", "title", "unit", "direction");
            JsonSerializer.Serialize(measure).Should().Be(JsonSerializer.Serialize(measure, measure.GetType()));
        }
    }

    private static Metric Orders() => Metric.Sum("orders", Shop, "orders");

    private static MetricTable Answer(Query query) => new InMemorySource(Calendar, Shop).Query(query);
}

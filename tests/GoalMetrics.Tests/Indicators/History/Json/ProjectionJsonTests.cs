using NodaTime;

namespace GoalMetrics.Tests.Indicators.History.Json;

public class ProjectionJsonTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Fact] // Ten a day for six days, and two days ahead: each differs with a chance of ½/7, and is 0 or 20 then.
    public void Write_Flow_HasLandingPointsAndModels() => Projected(days: 6).AsJson().ShouldBeJson(
        """
        {
          "measure": { "id": "sales", "title": { "en": "sales" }, "unit": "count of sale", "direction": "neutral" },
          "grain": "day",
          "asOf": "2026-03-06T23:00:00Z",
          "period": { "name": "2026-03-05/2026-03-09", "grain": null, "start": "2026-03-05", "end": "2026-03-09" },
          "soFar": { "amount": 20, "unit": "count of sale" },
          "landsAs": "total",
          "landing": { "estimate": 40, "lower": 30, "upper": 50, "level": 0.95 },
          "inLastPeriod": { "estimate": 10, "lower": 0, "upper": 20, "level": 0.95 },
          "points": [
            {
              "period": { "name": "2026-03-07", "grain": "day", "start": "2026-03-07", "end": "2026-03-08" },
              "value": { "amount": 10, "unit": "count of sale" },
              "interval": { "estimate": 10, "lower": 0, "upper": 20, "level": 0.95 }
            },
            {
              "period": { "name": "2026-03-08", "grain": "day", "start": "2026-03-08", "end": "2026-03-09" },
              "value": { "amount": 10, "unit": "count of sale" },
              "interval": { "estimate": 10, "lower": 0, "upper": 20, "level": 0.95 }
            }
          ],
          "candidates": [
            { "method": "combination", "season": 1, "meanAbsoluteError": { "value": 0 } },
            { "method": "seasonalNaive", "season": 1, "meanAbsoluteError": { "value": 0 } },
            { "method": "simple", "season": 1, "meanAbsoluteError": { "value": 0 } }
          ],
          "findings": [],
          "text": {
            "en": "sales: expected to land at 40 [30; 50] in total in 2026-03-05/2026-03-09, by several models together.",
            "da": "sales: ventes at lande på 40 [30; 50] i alt i 2026-03-05/2026-03-09, efter flere modeller tilsammen."
          }
        }
        """);

    [Fact]
    public void Write_TooShort_SaysWhy()
    {
        var json = Projected(days: 2).AsJson();

        json["landing"]!.ToJsonString().Should().Be("""{"estimate":null,"reason":"insufficientData"}""");
        json["points"]!.AsArray().Should().BeEmpty();
        json["findings"]![0]!["code"]!.GetValue<string>().Should().Be("PROJECTION-TOO-SHORT");
    }

    private static Projection Projected(int days)
    {
        var first = new LocalDate(2026, 3, 1);
        var sales = FactTable.From("sales", Enumerable.Range(0, days).Select(first.PlusDays))
            .At(day => day)
            .Value("amount", _ => 10m, Unit.Count("sale"))
            .Build();
        var asOf = Calendar.StartOfDay(first.PlusDays(days));
        return new InMemorySource(Calendar, sales).Project(
            Metric.Sum("sales", sales, "amount"), Grain.Day, asOf, Calendar.Range(new(2026, 3, 5), new(2026, 3, 9)));
    }
}

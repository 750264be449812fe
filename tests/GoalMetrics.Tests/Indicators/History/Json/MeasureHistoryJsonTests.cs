using NodaTime;

namespace GoalMetrics.Tests.Indicators.History.Json;

public class MeasureHistoryJsonTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    private static readonly FactTable Days = FactTable
        .From("days", new (int Day, int Orders, int Visits)[] { (1, 4, 100), (2, 0, 0), (3, 3, 50) })
        .At(row => new LocalDate(2026, 3, row.Day))
        .Value("orders", row => row.Orders, Unit.Count("order"))
        .Value("visits", row => row.Visits, Unit.Count("visit"))
        .Build();

    [Fact]
    public void Write_Ratio_HasNumeratorAndDenominatorOfEachPoint()
    {
        var rate = Measure.Of("rate", Marketing.ConversionRate, Metric.Sum("orders", Days, "orders"), Metric.Sum("visits", Days, "visits"));
        var asOf = Calendar.StartOfDay(new LocalDate(2026, 3, 3));

        new InMemorySource(Calendar, Days).History(rate, Grain.Day, asOf).AsJson().ShouldBeJson(
            """
            {
              "measure": {
                "id": "rate", "title": { "en": "Conversion rate", "da": "Konverteringsfrekvens" },
                "unit": "ratio", "direction": "higherIsBetter"
              },
              "grain": "day",
              "asOf": "2026-03-02T23:00:00Z",
              "knownUntil": "2026-03-02T23:00:00Z",
              "addsUp": false,
              "numerator": "orders",
              "denominator": "visits",
              "points": [
                {
                  "period": { "name": "2026-03-01", "grain": "day", "start": "2026-03-01", "end": "2026-03-02" },
                  "state": "closed", "coverage": "full", "isSettled": true,
                  "value": { "amount": 0.04, "unit": "ratio" },
                  "numerator": { "amount": 4, "unit": "count of order" },
                  "denominator": { "amount": 100, "unit": "count of visit" },
                  "n": 100
                },
                {
                  "period": { "name": "2026-03-02", "grain": "day", "start": "2026-03-02", "end": "2026-03-03" },
                  "state": "closed", "coverage": "full", "isSettled": true,
                  "value": { "amount": null, "unit": "ratio", "reason": "zeroDenominator", "cause": "visitors" },
                  "numerator": { "amount": 0, "unit": "count of order" },
                  "denominator": { "amount": 0, "unit": "count of visit" },
                  "n": 0
                }
              ],
              "findings": []
            }
            """);
    }
}

using System.Text.Json;
using NodaTime;

namespace GoalMetrics.Tests.Formulas.Json;

public sealed class FormulaResultsJsonTests
{
    private static readonly Formula ConversionRate = FormulaCatalog.Default.Find("conversion-rate");

    [Fact] // 42 of 1,200 are 3.5 %.
    public void Write_Explanation_HasEquationInputsAndResult() => ConversionRate.Explain(42, 1_200).AsJson().ShouldBeJson(
        """
        {
          "formula": { "id": "conversion-rate", "title": { "en": "Conversion rate", "da": "Konverteringsfrekvens" } },
          "equation": "conversions / visitors",
          "inputs": { "conversions": { "amount": 42, "unit": "count" }, "visitors": { "amount": 1200, "unit": "count" } },
          "result": { "amount": 0.035, "unit": "ratio" },
          "text": {
            "en": "Conversion rate = conversions / visitors = 42 / 1,200 = 3.5 %",
            "da": "Konverteringsfrekvens = conversions / visitors = 42 / 1.200 = 3,5 %"
          }
        }
        """);

    [Fact] // 5 % of 1,200 visitors are 60.
    public void Write_SearchAndSensitivity_AreObjects()
    {
        ConversionRate.GoalSeek("conversions", 0.05m, 42, 1_200).AsJson().ShouldBeJson(
            """
            {
              "outcome": "found",
              "input": "conversions",
              "value": { "amount": 60, "unit": "count" },
              "nearestInput": { "amount": 60, "unit": "count" },
              "nearestResult": { "amount": 0.05, "unit": "ratio" }
            }
            """);
        ConversionRate.Sensitivity(42, 1_200)[0].AsJson()["result"]!["relative"].ShouldBeJson("""{"amount":0.01,"unit":"ratio"}""");
    }

    [Fact]
    public void Read_CashFlow_IsTheSame()
    {
        var flow = new CashFlow(new LocalDate(2027, 3, 31), Money.Dkk(-100.50m));
        const string Json = """{"date":"2027-03-31","amount":{"amount":-100.50,"unit":"DKK"}}""";

        JsonSerializer.Serialize(flow).Should().Be(Json);
        JsonSerializer.Deserialize<CashFlow>(Json).Should().Be(flow);
    }
}

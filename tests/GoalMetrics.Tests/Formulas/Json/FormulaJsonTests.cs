namespace GoalMetrics.Tests.Formulas.Json;

public sealed class FormulaJsonTests
{
    [Fact]
    public void Write_Formula_HasItsInputsAndEquation() => FormulaCatalog.Default.Find("conversion-rate").AsJson().ShouldBeJson(
        """
        {
          "id": "conversion-rate",
          "title": { "en": "Conversion rate", "da": "Konverteringsfrekvens" },
          "inputs": [ "conversions", "visitors" ],
          "equation": "conversions / visitors"
        }
        """);

    [Fact]
    public void Write_FormulaOfAText_HasTheText() => Formula.Parse("margin-of-wins", "(won - lost) / all").AsJson().ShouldBeJson(
        """
        {
          "id": "margin-of-wins",
          "title": { "en": "margin-of-wins" },
          "inputs": [ "won", "lost", "all" ],
          "equation": "(won − lost) / all"
        }
        """);
}

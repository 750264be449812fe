#region catalogue
using System.Globalization;
using GoalMetrics;

#endregion

namespace DocsTests;

/// <summary>The guide to the catalogue: the regions are its snippets.</summary>
public sealed class Catalogue
{
    [Fact]
    public void Guide_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        #region catalogue
        Formula conversionRate = FormulaCatalog.Default.Find("konverteringsrate");
        FormulaExplanation explained = conversionRate.Explain(42, 1_200);
        Console.WriteLine(explained);                               // Conversion rate = conversions / visitors = 42 / 1,200 = 3.5 %
        Console.WriteLine(explained.ToString(CultureInfo.GetCultureInfo("da-DK")));   // Konverteringsfrekvens = … = 3,5 %

        GoalSeekResult conversions = conversionRate.GoalSeek("conversions", wanted: 0.05m, 42, 1_200);
        Console.WriteLine(conversions.Value);                       // 60
        #endregion

        explained.ToString(null).Should().Be("Conversion rate = conversions / visitors = 42 / 1,200 = 3.5 %");
        explained.ToString(CultureInfo.GetCultureInfo("da-DK")).Should()
            .Be("Konverteringsfrekvens = conversions / visitors = 42 / 1.200 = 3,5 %");
        conversions.Value.ToString().Should().Be("60");

        #region catalogue-what-if
        var lifetimeValue = FormulaCatalog.Default.Find("ltv");
        foreach (var input in lifetimeValue.Sensitivity(Money.Dkk(100), 0.6m, 0.05m))
        {
            Console.WriteLine($"{input.Input}: {input.Result.Relative}");   // averageRevenue: 1 %, grossMargin: 1 %, churnRate: -0.99 %
        }

        var churn = lifetimeValue.GoalSeek("churnRate", wanted: Money.Dkk(2_000), Money.Dkk(100), 0.6m, 0.05m);
        Console.WriteLine($"{churn.Outcome}: {churn.Value}");           // Found: 3 %
        #endregion

        lifetimeValue.Sensitivity(Money.Dkk(100), 0.6m, 0.05m).Select(input => $"{input.Input}: {input.Result.Relative}")
            .Should().Equal("averageRevenue: 1 %", "grossMargin: 1 %", "churnRate: -0.99 %");
        churn.Value.Should().Be(Quantity.Ratio(0.03m));
        churn.Outcome.Should().Be(GoalSeekOutcome.Found);
    }
}

namespace GoalMetrics.Tests.Formulas.Expressions;

public sealed class EquationTextTests
{
    [Theory]
    [InlineData(
        "100 * (promoters - detractors) / responses",
        "100 × (promoters − detractors) / responses",
        @"\frac{100 \cdot \left(\mathrm{promoters} - \mathrm{detractors}\right)}{\mathrm{responses}}")]
    [InlineData(
        "pow(end / start, 1 / periods) - 1",
        "(end / start)^(1 / periods) − 1",
        @"\left(\frac{\mathrm{end}}{\mathrm{start}}\right)^{\frac{1}{\mathrm{periods}}} - 1")]
    [InlineData(
        "(current - previous) / abs(previous)",
        "(current − previous) / |previous|",
        @"\frac{\mathrm{current} - \mathrm{previous}}{\left|\mathrm{previous}\right|}")]
    [InlineData("sqrt(a + b) * sqrt(a)", "√(a + b) × √a", @"\sqrt{\mathrm{a} + \mathrm{b}} \cdot \sqrt{\mathrm{a}}")]
    [InlineData("-(a + b) - -a", "−(a + b) − −a", @"-\left(\mathrm{a} + \mathrm{b}\right) - -\mathrm{a}")]
    [InlineData("a - (b - a)", "a − (b − a)", @"\mathrm{a} - \left(\mathrm{b} - \mathrm{a}\right)")]
    [InlineData("a / (b * a)", "a / (b × a)", @"\frac{\mathrm{a}}{\mathrm{b} \cdot \mathrm{a}}")]
    [InlineData("max(0, lost_1)", "max(0, lost_1)", @"\max\left(0, \mathrm{lost\_1}\right)")]
    [InlineData(
        "if(a <= b, a, 0 - b)",
        "if(a ≤ b, a, 0 − b)",
        @"\begin{cases} \mathrm{a} & \mathrm{a} \le \mathrm{b} \\ 0 - \mathrm{b} & \text{otherwise} \end{cases}")]
    [InlineData("pow(pow(a, 2), 3)", "(a^2)^3", @"\left(\mathrm{a}^{2}\right)^{3}")]
    public void EquationTextAndLatex_TextFormula_AreWrittenAsRead(string text, string plain, string latex)
    {
        var formula = Formula.Parse(text);
        formula.Description.Equation.Should().Be(text);
        formula.EquationText().Should().Be(plain);
        formula.EquationLatex().Should().Be(latex);
    }

    [Fact]
    public void EquationText_NoEquationOrOneInWords_IsGivenAsItIs()
    {
        var bare = Formula.Of("gap", (a, b) => a - b);
        bare.EquationText().Should().Be("gap(a, b)");
        bare.EquationLatex().Should().Be(@"\text{gap(a, b)}");
        bare.Explain(3m, 1m).ToString(Culture("en")).Should().Be("gap = gap(a, b); a = 300%, b = 100%: 200%");
        var words = bare.DescribedBy(new() { Equation = "a less b_1" });
        words.EquationText().Should().Be("a less b_1");
        words.EquationLatex().Should().Be(@"\text{a less b\_1}");
        bare.DescribedBy(new() { Equation = "a less b", Latex = "a - b" }).EquationLatex().Should().Be("a - b");
    }

    [Fact]
    public void Explain_Defined_IsOneLineInEnglishAndDanish()
    {
        var explanation = FormulaCatalog.Default.Find("cvr").Explain(42, 1_200);
        explanation.Equation.Should().Be("conversions / visitors");
        explanation.Inputs.Should().Equal(
            new KeyValuePair<string, Quantity>("conversions", 42), new KeyValuePair<string, Quantity>("visitors", 1_200));
        explanation.Result.Should().Be(Quantity.Ratio(0.035m));
        explanation.ToString(Culture("")).Should().Be("Conversion rate = conversions / visitors = 42 / 1,200 = 3.5 %");
        explanation.ToString(Culture("en-GB")).Should().Be("Conversion rate = conversions / visitors = 42 / 1,200 = 3.5%");
        explanation.ToString(Culture("da-DK")).Should().Be("Konverteringsfrekvens = conversions / visitors = 42 / 1.200 = 3,5 %");
        explanation.ToLatex(Culture("en")).Should().Be(
            @"\text{Conversion rate} = \frac{\mathrm{conversions}}{\mathrm{visitors}} = \frac{\text{42}}{\text{1,200}} = \text{3.5\%}");
    }

    [Fact]
    public void Explain_Undefined_SaysWhy()
    {
        var explanation = FormulaCatalog.Default.Find("cvr").Explain(42, 0);
        explanation.Result.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "visitors");
        explanation.ToString(Culture("en"))
            .Should().Be("Conversion rate = conversions / visitors = 42 / 0 = undefined: zero denominator (visitors)");
        explanation.ToString(Culture("da"))
            .Should().StartWith("Konverteringsfrekvens = conversions / visitors = 42 / 0 = ").And.NotContain("undefined");
    }

    [Fact]
    public void Explain_NegativeNumbers_StandInParentheses() =>
        Formula.Parse("a - b * c").Explain(Money.Dkk(5), Money.Dkk(-3), 2m).ToString(Culture("en")).Should().Be(
            "formula = a − b × c = DKK 5.00 − (-DKK 3.00) × 200% = DKK 11.00");

    [Fact]
    public void Explain_Series_ListsTheNumbers()
    {
        var explanation = FormulaCatalog.Default.Find("irr").Explain(Money.Usd(-100), Money.Usd(110));
        explanation.Inputs.Select(input => input.Key).Should().Equal("flows[0]", "flows[1]");
        explanation.Substituted(Culture("en")).Should().StartWith("flows[0] = ");
    }

    private static System.Globalization.CultureInfo Culture(string name) => System.Globalization.CultureInfo.GetCultureInfo(name);
}

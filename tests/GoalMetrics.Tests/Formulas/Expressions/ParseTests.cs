namespace GoalMetrics.Tests.Formulas.Expressions;

public sealed class ParseTests
{
    [Fact]
    public void Parse_TheDocumentedText_ComputesWithUnits()
    {
        var formula = Formula.Parse("(won * value) / cycle_days");
        formula.Id.Should().Be("formula");
        formula.Inputs.Select(input => input.Name).Should().Equal("won", "value", "cycle_days");
        formula.Description.Equation.Should().Be("won * value / cycle_days");
        var velocity = formula.Evaluate(12, Money.Dkk(8_000), Quantity.Duration(30, DurationUnit.Day));
        velocity.Should().Be(new Quantity(3_200m, Unit.Money("DKK").Over(Unit.Duration(DurationUnit.Day))));
        velocity.Unit!.ToString().Should().Be("DKK per day");
    }

    [Theory]
    [InlineData("a + b * c", 14)]
    [InlineData("(a + b) * c", 20)]
    [InlineData("a - b - c", -5)]
    [InlineData("a - (b - c)", 3)]
    [InlineData("c / b / a * 3", 2)]
    [InlineData("-a * b + 0 * c", -6)]
    [InlineData("--a + b + c - +0", 9, true)]
    [InlineData("a - -b + 0 * c", 5)]
    [InlineData("min(c, b, a)", 2)]
    [InlineData("max(a, b, c) + 0 * a", 4)]
    [InlineData("abs(a - b) + 0 * c", 1)]
    [InlineData("sqrt(c) + a + b", 7)]
    [InlineData("pow(a, b) + 0 * c", 8)]
    [InlineData("pow(a, -2) * c * b", 3)]
    [InlineData("pow(c, 0.5) + a + b", 7)]
    [InlineData("pow(a, 0) + b + c", 8)]
    [InlineData("ln(exp(a)) + b + c", 9)]
    [InlineData("if(a < b, c, a)", 4)]
    [InlineData("if(a >= b, c, a)", 2)]
    [InlineData("if(a == b, c, a) + if(a != b, a, c)", 4)]
    [InlineData("if(a <= 2, b, c) + if(a > 2, b, c)", 7)]
    [InlineData("1.5e1 * a + 5E-1 + .5 + 0 * b * c", 31)]
    [InlineData("a × b · c ÷ a − 1", 11)]
    [InlineData("if(a ≤ b, 1, 2) + if(a ≥ b, 1, 2) + if(a ≠ b, 1, 2) + if(a <> c, 1, 2) + if(a = c, 1, 2)", 7)]
    public void Evaluate_Ratios_IsArithmetic(string text, double expected, bool refused = false)
    {
        if (refused)
        {
            // A sign of plus says nothing, and is refused.
            Messages.Of<FormulaSyntaxException>(() => Formula.Parse(text)).Should().Contain("found '+'");
            return;
        }

        // a = 2, b = 3, c = 4, whatever the order in which they come.
        var formula = Formula.Parse("three", text, FormulaInput.Any("a"), FormulaInput.Any("b"), FormulaInput.Any("c"));
        formula.Evaluate(2m, 3m, 4m).ShouldBeAbout((decimal)expected, 1e-14m);
    }

    [Fact]
    public void Evaluate_Numbers_AreExact()
    {
        Formula.Parse("a * 0.1 + 0.2").Evaluate(1m).Should().Be(Quantity.Ratio(0.3m));
        Formula.Parse("sqrt(a)").Evaluate(2m).ShouldRoundTo(1.414213562373095048801688724m, Unit.Ratio);
        Formula.Parse("pow(a, 3)").Evaluate(1.1m).Should().Be(Quantity.Ratio(1.331m));
    }

    [Theory]
    [InlineData("visitors - 1", "count of visitor", 1_199)]
    [InlineData("2 * visitors", "count of visitor", 2_400)]
    [InlineData("max(visitors, 5000)", "count of visitor", 5_000)]
    [InlineData("max(0, visitors)", "count of visitor", 1_200)]
    [InlineData("if(visitors > 1000, 1000, visitors)", "count of visitor", 1_000)]
    [InlineData("visitors * visitors", "visitor × visitor", 1_440_000)]
    [InlineData("pow(visitors, 2)", "visitor × visitor", 1_440_000)]
    public void Evaluate_NumbersBesideCounts_AreCounts(string text, string unit, int amount)
    {
        var result = Formula.Parse(text).Evaluate(Quantity.Count(1_200, "visitor"));
        result.Amount.Should().Be(amount);
        result.Unit!.ToString().Should().Be(unit);
    }

    [Fact]
    public void Evaluate_ZeroBesideMoney_IsMoney()
    {
        var profit = Formula.Parse("max(0, revenue - cost)");
        profit.Evaluate(Money.Dkk(5), Money.Dkk(7)).Should().Be(Money.Dkk(0));
        profit.Evaluate(Money.Dkk(9), Money.Dkk(7)).Should().Be(Money.Dkk(2));
        profit.ResultUnit(Unit.Money("DKK"), Unit.Money("DKK")).Should().Be(Unit.Money("DKK"));
    }

    [Theory]
    [InlineData("revenue + 1000", "Cannot add 1000 and DKK: a number in a text has no unit. Make it an input, and give it with its unit.")]
    [InlineData(
        "2 * 5 - revenue", "Cannot subtract 2 * 5 and DKK: a number in a text has no unit. Make it an input, and give it with its unit.")]
    [InlineData(
        "if(revenue > 1000, 1, 0)",
        "Cannot compare 1000 and DKK: a number in a text has no unit. Make it an input, and give it with its unit.")]
    [InlineData(
        "max(revenue, 1000)", "Cannot compare 1000 and DKK: a number in a text has no unit. Make it an input, and give it with its unit.")]
    [InlineData("sqrt(revenue)", "sqrt takes a ratio or a plain number; found DKK in revenue.")]
    [InlineData("ln(revenue)", "ln takes a ratio or a plain number; found DKK in revenue.")]
    [InlineData("pow(revenue, 0.5)", "pow takes a ratio or a plain number; found DKK in revenue.")]
    [InlineData("pow(2, revenue)", "pow takes a ratio or a plain number; found DKK in revenue.")]
    public void ResultUnit_NumberBesideMoney_IsRefused(string text, string message) =>
        Messages.Of<ArgumentException>(() => Formula.Parse(text).ResultUnit(Unit.Money("DKK"))).Should().Be(
            $"Formula 'formula' cannot take revenue (DKK). {message}");

    [Theory]
    [InlineData("a + b")]
    [InlineData("a - b")]
    [InlineData("min(a, b)")]
    [InlineData("if(a < b, 1, 2)")]
    [InlineData("if(1 < 2, a, b)")]
    [InlineData("if(1 > 2, a, b)")]
    public void ResultUnit_KronerAndEuros_AreRefusedByName(string text) =>
        Messages.Of<ArgumentException>(() => Formula.Parse(text).ResultUnit(Unit.Money("DKK"), Unit.Money("EUR"))).Should()
            .StartWith("Formula 'formula' cannot take a (DKK), b (EUR). Cannot ").And.Contain("DKK and EUR");

    [Fact]
    public void ResultUnit_MoneyAndCounts_AreRefusedByName() =>
        Messages.Of<ArgumentException>(() => Formula.Parse("gain", "revenue - orders").ResultUnit(Unit.Money("DKK"), Unit.Count("order")))
            .Should().Be(
                "Formula 'gain' cannot take revenue (DKK), orders (count of order). Cannot subtract DKK and count of order:"
                + " both must have the same unit.");

    [Fact]
    public void Evaluate_ZeroBelowTheLine_NamesTheDivisor()
    {
        Formula.Parse("a / b").Evaluate(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "b");
        Formula.Parse("a / (b - c)").Evaluate(1, 2, 2).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "b - c");
        Formula.Parse("pow(a, -1)").Evaluate(0m).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "a");
        Formula.Parse("pow(a, 0 - 1.5)").Evaluate(0m).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "a");
    }

    [Fact]
    public void Evaluate_OutsideTheDomain_NamesTheArgument()
    {
        Formula.Parse("ln(a)").Evaluate(0m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "a");
        Formula.Parse("ln(a - b)").Evaluate(1m, 2m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "a - b");
        Formula.Parse("sqrt(a)").Evaluate(-1m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "a");
        Formula.Parse("sqrt(a)").Evaluate(0m).Should().Be(Quantity.Ratio(0m));
        Formula.Parse("pow(a, b)").Evaluate(-1m, 0.5m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "a");
        Formula.Parse("exp(a)").Evaluate(1_000m).ShouldBeUndefined(UndefinedReason.Overflow, "a");
    }

    [Fact]
    public void Evaluate_Undefined_PropagatesButNotFromTheWayNotTaken()
    {
        Formula.Parse("a + b").Evaluate(default, Quantity.Undefined(UndefinedReason.Immature))
            .ShouldBeUndefined(UndefinedReason.NoData, "a");
        Formula.Parse("max(a, b)").Evaluate(1m, default).ShouldBeUndefined(UndefinedReason.NoData, "b");
        Formula.Parse("if(a > b, 1, 2)").Evaluate(1m, default).ShouldBeUndefined(UndefinedReason.NoData, "b");
        var guarded = Formula.Parse("if(b == 0, 0, a / b)");
        guarded.Evaluate(0m, 1m).Should().Be(Quantity.Ratio(0m));
        guarded.Evaluate(4m, 1m).Should().Be(Quantity.Ratio(0.25m));
    }

    [Theory]
    [InlineData("conversion_rate(orders, visits)")]
    [InlineData("conversion-rate(orders, visits)")]
    [InlineData("ConversionRate(orders, visits)")]
    [InlineData("cvr(orders, visits)")]
    [InlineData("KONVERTERINGSRATE(orders, visits)")]
    public void Parse_CallOfTheCatalogue_ByIdOrSynonym(string text)
    {
        var formula = Formula.Parse(text);
        formula.Description.Equation.Should().Be("conversion_rate(orders, visits)");
        formula.Evaluate(42, 1_200).Should().Be(Quantity.Ratio(0.035m));
        formula.Evaluate(42, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "visits");
    }

    [Fact]
    public void Parse_CallOfTheCatalogue_TakesExpressionsNumbersAndSeries()
    {
        Formula.Parse("100 * conversion_rate(42, visits + 200)").Evaluate(1_000).Should().Be(Quantity.Ratio(3.5m));
        Formula.Parse("npv(rate, first, second)").Evaluate(0.1m, Money.Usd(0), Money.Usd(121)).Should().Be(Money.Usd(100));
        var own = FormulaCatalog.Default.With(Formula.Of("half", a => a / 2));
        Formula.Parse("quarter", "half(half(a))", own).Evaluate(2m).Should().Be(Quantity.Ratio(0.5m));
    }

    [Fact]
    public void Evaluate_CallWithTheWrongKind_NamesTheCall() =>
        Messages.Of<ArgumentException>(() => Formula.Parse("roi(a, b)").Evaluate(Money.Dkk(1), 5)).Should().Be(
            "In return_on_investment(a, b): Expected money in a currency, such as Money.Dkk(100) or Money.Of(100, \"EUR\"); found count 5."
            + " (Parameter 'invested')");

    [Fact]
    public void Parse_DifferenceBesideParenthesis_IsNoCall() =>
        Formula.Parse("a-max(b, c)").Description.Equation.Should().Be("a - max(b, c)");

    [Fact]
    public void Parse_DeclaredInputs_SetOrderKindAndRange()
    {
        var formula =
            Formula.Parse("margin", "(revenue - cost) / revenue", FormulaInput.Money("cost"), FormulaInput.Money("revenue").AtLeast(0));
        formula.Evaluate(Money.Dkk(60), Money.Dkk(100)).Should().Be(Quantity.Ratio(0.4m));
        formula.Evaluate(Money.Dkk(60), Money.Dkk(-100)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "revenue");
        Messages.Of<ArgumentException>(() => formula.Evaluate(60, 100)).Should().StartWith("Expected money");
    }

    [Fact]
    public void Parse_LettersOfOtherLanguages_AreNames()
    {
        Formula.Parse("omsætning / ordrer_i_år2").Inputs.Select(input => input.Name).Should().Equal("omsætning", "ordrer_i_år2");

        // å as one letter and as a with a ring.
        Formula.Parse("\u00e5 + a\u030a").Inputs.Should().ContainSingle();
    }

    [Fact]
    public void TryParse_TextOrNot_Says()
    {
        Formula.TryParse("a / b", out var formula, out var error).Should().BeTrue();
        formula!.Evaluate(1m, 4m).Should().Be(Quantity.Ratio(0.25m));
        error.Should().BeNull();
        Formula.TryParse("a / ", out formula, out error).Should().BeFalse();
        formula.Should().BeNull();
        error!.Position.Should().Be(4);
        error.Text.Should().Be("a / ");
        error.Expected.Should().Be("a number, a name or '('");
    }

    [Fact]
    public void DescribedBy_NoEquation_KeepsTheText() =>
        Formula.Parse("a/b").DescribedBy(new() { Title = "Share" }).Description.Equation.Should().Be("a / b");

    [Theory]
    [InlineData("", "At character 1 of '': expected a number, a name or '('; found the end.")]
    [InlineData("a +", "At character 4 of 'a +': expected a number, a name or '('; found the end.")]
    [InlineData("a b", "At character 3 of 'a b': expected an operator or the end; found 'b'.")]
    [InlineData("(a", "At character 3 of '(a': expected ')'; found the end.")]
    [InlineData("a)", "At character 2 of 'a)': expected an operator or the end, for no '(' is open; found ')'.")]
    [InlineData(
        "a ^ 2",
        "At character 3 of 'a ^ 2': expected a number, a name, an operator or a parenthesis; found '^'. Write pow(x, y) for a power.")]
    [InlineData(
        "min(a; b)",
        "At character 6 of 'min(a; b)': expected a number, a name, an operator or a parenthesis; found ';'."
        + " Inputs of a function are separated by a comma.")]
    [InlineData(
        "a < b",
        "At character 3 of 'a < b': expected an operator or the end; found '<'. A comparison stands in the condition of an if(a < b, then,"
        + " else).")]
    [InlineData("if(a, b, c)", "At character 5 of 'if(a, b, c)': expected a comparison: < <= > >= == or !=; found ','.")]
    [InlineData("if(a < b, c)", "At character 12 of 'if(a < b, c)': expected ','; found ')'.")]
    [InlineData(
        "a * 0,5",
        "At character 6 of 'a * 0,5': expected a number without separators and with a decimal point; found ','. Write 1000 and 0.5;"
        + " put a space after a comma between two numbers.")]
    [InlineData(
        "a * 1,000",
        "At character 6 of 'a * 1,000': expected a number without separators and with a decimal point; found ','. Write 1000 and 0.5;"
        + " put a space after a comma between two numbers.")]
    [InlineData("2a", "At character 2 of '2a': expected an operator after a number; found 'a'.")]
    [InlineData("a * 1.2.3", "At character 8 of 'a * 1.2.3': expected an operator after a number; found '.'.")]
    [InlineData("a * 1e40", "At character 5 of 'a * 1e40': expected a number below 7.9e28; found '1e40'.")]
    [InlineData(
        "mn(a, b)",
        "At character 1 of 'mn(a, b)': expected a function or a formula of the catalogue before '('; found 'mn'. Did you mean 'ln',"
        + " 'min'?")]
    [InlineData(
        "retention_rat(a)",
        "At character 1 of 'retention_rat(a)': expected a function or a formula of the catalogue before '('; found 'retention_rat'."
        + " Did you mean 'retention_rate'?")]
    [InlineData(
        "conversoin-rate(a, b)",
        "At character 1 of 'conversoin-rate(a, b)': expected a function or a formula of the catalogue before '('; found 'conversoin-rate'."
        + " Did you mean 'conversion-rate'?")]
    [InlineData(
        "1 + a-conversoin-rate (a, b)",
        "At character 7 of '1 + a-conversoin-rate (a, b)': expected a function or a formula of the catalogue before '(';"
        + " found 'conversoin-rate'. Did you mean 'conversion-rate'?")]
    [InlineData(
        "a - mn(a, b)",
        "At character 5 of 'a - mn(a, b)': expected a function or a formula of the catalogue before '('; found 'mn'. Did you mean 'ln',"
        + " 'min'?")]
    [InlineData(
        "a + 1e-400 * b",
        "At character 5 of 'a + 1e-400 * b': expected a number whose digits stand in the first 28 decimals; found '1e-400'.")]
    [InlineData(
        "a / 1e-29", "At character 5 of 'a / 1e-29': expected a number whose digits stand in the first 28 decimals; found '1e-29'.")]
    [InlineData(
        "a * 1.5e-28", "At character 5 of 'a * 1.5e-28': expected a number whose digits stand in the first 28 decimals; found '1.5e-28'.")]
    [InlineData("sqrt(a, b)", "At character 1 of 'sqrt(a, b)': expected sqrt of 1 input; found 2.")]
    [InlineData("pow(a)", "At character 1 of 'pow(a)': expected pow of 2 inputs; found 1.")]
    [InlineData("min(a)", "At character 1 of 'min(a)': expected min of 2 or more inputs; found 1.")]
    [InlineData("roi(a)", "At character 1 of 'roi(a)': expected the inputs of return-on-investment(returned, invested); found 1.")]
    [InlineData("1 + 2", "At character 1 of '1 + 2': expected at least one input, such as visitors; found numbers only.")]
    [InlineData("a $ b", "At character 3 of 'a $ b': expected a number, a name, an operator or a parenthesis; found '$'.")]
    public void Parse_NoFormula_PointsAtThePlace(string text, string message) =>
        Messages.Of<FormulaSyntaxException>(() => Formula.Parse(text)).Should().Be(message);

    [Fact]
    public void Parse_DeclaredInputMisspelt_NamesTheNearest() =>
        Messages.Of<FormulaSyntaxException>(
            () => Formula.Parse("share", "visitor / total", FormulaInput.Any("visitors"), FormulaInput.Any("total")))
            .Should().Be(
                "At character 1 of 'visitor / total': expected one of the inputs visitors, total; found 'visitor'."
                + " Did you mean 'visitors'?");

    [Fact]
    public void Parse_DeclaredInputUnused_IsNamed() =>
        Messages.Of<FormulaSyntaxException>(
            () => Formula.Parse("share", "visitors * 2", FormulaInput.Any("visitors"), FormulaInput.Any("total")))
            .Should().Be(
                "At character 13 of 'visitors * 2': expected the input 'total' to be used; found the end.");

    [Fact]
    public void Parse_DeclaredInputRepeated_IsRefused() =>
        Messages.Of<ArgumentException>(() => Formula.Parse("share", "a", FormulaInput.Any("a").Repeated()))
            .Should().Contain("many times over");

    [Fact]
    public void Parse_TooLongAText_IsRefused() => Messages.Of<FormulaSyntaxException>(() => Formula.Parse(new string('a', 4_001)))
        .Should().Contain("a text of at most 4000 characters; found 4001.");

    [Theory]
    [InlineData("(", ")")]
    [InlineData("-", "")]
    [InlineData("abs(", ")")]
    public void Parse_AsManyLevelsAsMayBe_IsEvaluated(string open, string close) =>
        Formula.Parse(Nested(open, close, 64)).Evaluate(2m).IsDefined.Should().BeTrue();

    [Theory]
    [InlineData("(", ")")]
    [InlineData("-", "")]
    [InlineData("abs(", ")")]
    public void Parse_TooManyLevels_IsRefused(string open, string close) =>
        Messages.Of<FormulaSyntaxException>(() => Formula.Parse(Nested(open, close, 65)))
            .Should().Contain("expected at most 64 levels of parentheses, signs and calls; found more.");

    [Fact]
    public void Parse_AsManyNamesAndOperatorsAsMayBe_IsEvaluated() =>
        Formula.Parse(SumOf(500)).Evaluate(2m).Should().Be(Quantity.Ratio(1_000m));

    [Fact]
    public void Parse_TooManyNamesAndOperators_IsRefused() => Messages.Of<FormulaSyntaxException>(() => Formula.Parse(SumOf(501)))
        .Should().Contain("at most 1000 numbers, names and operators");

    private static string SumOf(int count) => string.Join("+", Enumerable.Repeat("a", count));

    private static string Nested(string open, string close, int times) =>
        string.Concat(Enumerable.Repeat(open, times)) + "a" + string.Concat(Enumerable.Repeat(close, times));

    [Fact]
    public void Parse_TextsThatCallTexts_AreBoundedTogether()
    {
        // Each calls the one before 300 times: 300 · 300 · 300 sums of one would take minutes.
        var catalog = FormulaCatalog.Of(Formula.Parse("first", "a * 1"));
        var second = Formula.Parse("second", string.Join("+", Enumerable.Repeat("first(a)", 300)), catalog);
        second.Evaluate(0.5m).Should().Be(Quantity.Ratio(150m));
        catalog = catalog.With(second.DescribedBy(new() { Title = "Second" }));
        Messages.Of<FormulaSyntaxException>(() => Formula.Parse("third", string.Join("+", Enumerable.Repeat("second(a)", 300)), catalog))
            .Should().EndWith(
                "expected at most 10000 numbers, names and operators with those of the formulas that are called; found 10809.");
    }

    [Fact]
    public void Parse_TextsThatCallTexts_AreNoDeeperTogether()
    {
        var inner = Formula.Parse("inner", new string('-', 64) + "a");
        var outer = Formula.Parse("outer", new string('-', 63) + "inner(a)", FormulaCatalog.Of(inner));
        outer.Evaluate(2m).Should().Be(Quantity.Ratio(-2m));
        Messages.Of<FormulaSyntaxException>(() => Formula.Parse("outermost", "outer(a)", FormulaCatalog.Of(outer))).Should().EndWith(
            "expected at most 128 levels with those of the formulas that are called; found 129.");
    }

    [Fact]
    public void Parse_DeepestTexts_FitASmallStack()
    {
        var text = string.Concat(Enumerable.Repeat("if(0 < ", 63)) + "a" + string.Concat(Enumerable.Repeat(", 1, 2)", 63));
        var inner = Formula.Parse("inner", text);
        var outer = Formula.Parse("outer", text.Replace("a,", "inner(a),", StringComparison.Ordinal), FormulaCatalog.Of(inner));
        var result = default(Quantity);
        var thread = new Thread(() => result = outer.Evaluate(1m), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        result.Should().Be(Quantity.Ratio(1m));
    }

    [Fact]
    public void Parse_LongerWrittenOut_IsRefusedSoThatAllRoundTrip()
    {
        Messages.Of<FormulaSyntaxException>(() => Formula.Parse(string.Join("*", Enumerable.Repeat("1e-28", 200).Prepend("a"))))
            .Should().EndWith(
                "expected a text of at most 4000 characters with its spaces and numbers written out; found 6601.");
        var fits = Formula.Parse(string.Join("*", Enumerable.Repeat("1e-28", 121).Prepend("a")));
        fits.Description.Equation!.Length.Should().Be(3_994);
        Formula.Parse(fits.Description.Equation).Description.Equation.Should().Be(fits.Description.Equation);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.000", "0.000")]
    [InlineData("0e-400", "0.0000000000000000000000000000")]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    [InlineData("1.23456789012345678901234567890123", "1.2345678901234567890123456789")]
    [InlineData("7.9e28", "79000000000000000000000000000")]
    public void Parse_NumberThatDecimalKeeps_IsTaken(string number, string written) =>
        Formula.Parse($"a + {number}").Description.Equation.Should().Be($"a + {written}");

    [Theory]
    [InlineData("return-on-investment (a, b)", "return_on_investment(a, b)")]
    [InlineData("a-return-on-investment\n(a, b)", "a - return_on_investment(a, b)")]
    [InlineData("a -return-on-investment (a, b)", "a - return_on_investment(a, b)")]
    public void Parse_HyphenedNameBeforeASpace_IsACall(string text, string written) =>
        Formula.Parse(text).Description.Equation.Should().Be(written);

    [Fact]
    public void Parse_LongestChain_FitsASmallStack()
    {
        var text = string.Join("+", Enumerable.Repeat("a", 500));
        var thread = new Thread(
            () =>
            {
                var formula = Formula.Parse(text);
                formula.Evaluate(1m).Should().Be(Quantity.Ratio(500m));
                formula.EquationLatex().Should().NotBeEmpty();
                Formula.Parse(formula.Description.Equation!).Description.Equation.Should().Be(formula.Description.Equation);
            },
            maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
    }
}

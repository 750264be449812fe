namespace GoalMetrics.Tests.Formulas;

public sealed class FormulaTests
{
    private static readonly Formula Share = Formula.Of("qualified-share", (qualified, leads) => qualified / leads);

    [Fact]
    public void Of_Lambda_TakesNamesFromItsParameters()
    {
        Share.Inputs.Select(input => input.Name).Should().Equal("qualified", "leads");
        Share.ToString().Should().Be("qualified-share(qualified, leads)");
        Share.Evaluate(3, 12).Should().Be(Quantity.Ratio(0.25m));
    }

    [Fact]
    public void Of_Method_TakesNamesFromItsParameters() =>
        Formula.Of("mine", Marketing.ConversionRate).Inputs.Select(input => input.Name).Should().Equal("conversions", "visitors");

    [Fact]
    public void Of_OneToFiveInputs_PassesThemInOrder()
    {
        Formula.Of("one", a => a).Evaluate(1).Amount.Should().Be(1m);
        Formula.Of("two", (a, b) => (10m * a) + b).Evaluate(1, 2).Amount.Should().Be(12m);
        Formula.Of("three", (a, b, c) => (100m * a) + (10m * b) + c).Evaluate(1, 2, 3).Amount.Should().Be(123m);
        Formula.Of("four", (a, b, c, d) => (1_000m * a) + (100m * b) + (10m * c) + d).Evaluate(1, 2, 3, 4).Amount.Should().Be(1_234m);
        Formula.Of("five", (a, b, c, d, e) => (10_000m * a) + (1_000m * b) + (100m * c) + (10m * d) + e).Evaluate(1, 2, 3, 4, 5).Amount
            .Should().Be(12_345m);
    }

    [Fact]
    public void Of_ExplicitInputs_ChecksTheirKinds()
    {
        var formula = Formula.Of("cost-per-hour", (cost, time) => cost / time, FormulaInput.Money("cost"), FormulaInput.Duration("time"));
        formula.Inputs.Should().Equal(FormulaInput.Money("cost"), FormulaInput.Duration("time"));
        formula.Evaluate(Money.Dkk(300), Quantity.Duration(2, DurationUnit.Hour)).ToString(null).Should().Be("DKK 150.00 per hour");
        Messages.Of<ArgumentException>(() => formula.Evaluate(Money.Dkk(300), 2))
            .Should().Be("Expected a duration, such as Quantity.Duration(30, DurationUnit.Day); found count 2. (Parameter 'time')");
    }

    [Fact]
    public void Of_NegativeCount_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Formula.Of("half", q => q / 2, FormulaInput.Count("visits")).Evaluate(-1))
            .Should().Be("Expected a count of 0 or more; found -1. (Parameter 'visits')");

    [Fact]
    public void Of_WrongNumberOfInputs_Throws() =>
        Messages.Of<ArgumentException>(
            () => Formula.Of("share", (a, b) => a / b, FormulaInput.Any("a"), FormulaInput.Any("b"), FormulaInput.Any("c")))
            .Should().Be("Formula 'share' computes from 2 inputs; found 3 named (a, b, c). (Parameter 'inputs')");

    [Fact]
    public void Of_TheSameNameTwice_Throws() =>
        Messages.Of<ArgumentException>(() => Formula.Of("share", (a, b) => a / b, FormulaInput.Any("visits"), FormulaInput.Any("visits")))
            .Should().Be("Formula 'share' has two inputs named 'visits'; expected different names. (Parameter 'inputs')");

    [Fact]
    public void Of_NullFunction_Throws() =>
        Messages.Of<ArgumentNullException>(() => Formula.Of("share", (Func<Quantity, Quantity>)null!)).Should().Contain("'compute'");

    [Theory]
    [InlineData("Conversion Rate", " Try 'Conversion-Rate'.")]
    [InlineData("købs rate", " Try 'købs-rate'.")]
    [InlineData("--roi--", " Try 'roi'.")]
    [InlineData("?", "")]
    [InlineData("", "")]
    public void Of_MalformedId_ThrowsAndProposesAnother(string id, string advice) =>
        Messages.Of<ArgumentException>(() => Formula.Of(id, q => q)).Should().Be(
            "Expected an id of at most 64 letters, digits, hyphens and underscores, with a letter or digit at each end,"
            + " such as 'conversion-rate'; "
            + $"found '{id}'.{advice} (Parameter 'id')");

    [Fact]
    public void Of_IdOf64Characters_IsTheLongest()
    {
        Formula.Of(new string('a', 64), q => q).Id.Should().HaveLength(64);
        Messages.Of<ArgumentException>(() => Formula.Of(new string('a', 65), q => q)).Should().Be(
            "Expected an id of at most 64 letters, digits, hyphens and underscores, with a letter or digit at each end,"
            + " such as 'conversion-rate'; "
            + $"found '{new string('a', 60)}… (65 characters)'. (Parameter 'id')");
    }

    [Fact]
    public void Of_IdUnderTurkish_IsKeptAsTyped()
    {
        using var _ = new CurrentCulture("tr-TR");
        Formula.Of("INCOME_i", q => q).Id.Should().Be("INCOME_i");
    }

    [Theory]
    [InlineData("page_views-a-day", "page_views_a_day(a)", @"\mathrm{page\_views-a-day}\left(\mathrm{a}\right)")]
    [InlineData("Omsætning", "Omsætning(a)", @"\mathrm{Omsætning}\left(\mathrm{a}\right)")]
    [InlineData("a--b", "a__b(a)", @"\mathrm{a--b}\left(\mathrm{a}\right)")]
    public void Parse_CallOfAFormulaOfAnyId_IsWrittenSoThatItIsReadAgain(string id, string equation, string latex)
    {
        var catalog = FormulaCatalog.Of(Formula.Of(id, a => a + a));

        var formula = Formula.Parse("twice", $"{id}(a)", catalog);

        formula.Description.Equation.Should().Be(equation);
        Formula.Parse("again", equation, catalog).Evaluate(2).Should().Be(formula.Evaluate(2)).And.Be((Quantity)4);
        formula.EquationLatex().Should().Be(latex);
    }

    [Fact]
    public void Evaluate_WrongNumberOfInputs_Throws()
    {
        Messages.Of<ArgumentException>(() => Share.Evaluate(1))
            .Should().Be("Formula 'qualified-share' takes 2 inputs (qualified, leads); found 1. (Parameter 'inputs')");
        Messages.Of<ArgumentException>(() => Share.Evaluate())
            .Should().Be("Formula 'qualified-share' takes 2 inputs (qualified, leads); found 0. (Parameter 'inputs')");
        Messages.Of<ArgumentException>(() => Share.Evaluate(1, 2, 3))
            .Should().Be("Formula 'qualified-share' takes 2 inputs (qualified, leads); found 3. (Parameter 'inputs')");
    }

    [Fact]
    public void Evaluate_LambdaDividingByZero_NamesTheZeroInputs()
    {
        Share.Evaluate(1, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "leads");
        Share.Evaluate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "leads");
        Formula.Of("gap", (a, b) => a / (b - a)).Evaluate(2, 2).ShouldBeUndefined(UndefinedReason.ZeroDenominator, null);
        Formula.Of("inverse", (_, b) => Quantity.Ratio(1m) / b, FormulaInput.Any("unused"), FormulaInput.Any("b")).Evaluate(default, 0)
            .ShouldBeUndefined(UndefinedReason.ZeroDenominator, "b");
        Formula.Of("square", (a, _) => a * a, FormulaInput.Any("a"), FormulaInput.Any("unused")).Evaluate(decimal.MaxValue, 0)
            .ShouldBeUndefined(UndefinedReason.Overflow, "a");
    }

    [Fact] // What is zero above the line is no cause; of several divisors each is one.
    public void Evaluate_LambdaOfSeveralZeros_NamesOnlyTheDivisors()
    {
        Formula.Of("sum", (x, y, z) => (x + y) / z).Evaluate(0, 3, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "z");
        Formula.Of("whole", (x, y, z) => x / (y + z)).Evaluate(0, 0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "y, z");
        Formula.Of("twice", (x, y, z) => x / y / z).Evaluate(1, 0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "y, z");
    }

    [Fact] // An amount that was not asked for may be one that the formula does not take.
    public void Evaluate_LambdaThatThrowsForOtherAmounts_NamesAllZeroInputs() =>
        Formula.Of("picky", (x, y) => x.IsZero && y.IsZero ? x / y : throw new InvalidOperationException("boom")).Evaluate(0, 0)
            .ShouldBeUndefined(UndefinedReason.ZeroDenominator, "x, y");

    [Fact]
    public void Evaluate_LambdaThatNamesItsDivisor_KeepsThatName() =>
        Formula.Of("gap", (a, b) => a.DividedBy(b - a)).Evaluate(2, 2).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "b - a");

    [Fact]
    public void Evaluate_LambdaWithUndefinedInput_NamesIt()
    {
        Share.Evaluate(default, 0).ShouldBeUndefined(UndefinedReason.NoData, "qualified");
        Share.Evaluate(0, Quantity.Undefined(UndefinedReason.Immature)).ShouldBeUndefined(UndefinedReason.Immature, "leads");
    }

    [Fact]
    public void Evaluate_DerivedClass_ComputesLikeAnyOther()
    {
        Formula formula = new Weighted();
        formula.ToString().Should().Be("weighted-conversion(orders, visits, weight)");
        formula.Title.English.Should().Be("Weighted conversion");
        formula.Evaluate(10, 100, 0.5m).Should().Be(Quantity.Ratio(0.05m));
        formula.Evaluate(10, 100, default).ShouldBeUndefined(UndefinedReason.NoData, "weight");
        formula.ResultUnit(Unit.Count("order"), Unit.Count("visit"), Unit.Ratio).Should().Be(Unit.Ratio);
        FormulaCatalog.Default.With(formula).Find("wcr").Should().BeSameAs(formula);
    }

    [Fact]
    public void Constructor_NoInputs_Throws()
    {
        Messages.Of<ArgumentException>(() => new Bare("bare", []))
            .Should().Be("Formula 'bare' has no inputs; expected at least one. (Parameter 'inputs')");
        Messages.Of<ArgumentNullException>(() => new Bare("bare", null!)).Should().Contain("'inputs'");
    }

    [Fact]
    public void Title_None_IsTheId()
    {
        Share.Title.English.Should().Be("qualified-share");
        Share.Description.Family.Should().Be("Other");
    }

    [Fact]
    public void DescribedBy_Description_KeepsTheCalculation()
    {
        var described = Share.DescribedBy(new() { Title = new("Qualified share", "Andel kvalificerede"), Family = "Sales" });
        described.Id.Should().Be("qualified-share");
        described.Inputs.Select(input => input.Name).Should().Equal("qualified", "leads");
        described.Title.English.Should().Be("Qualified share");
        described.Evaluate(3, 12).Should().Be(Quantity.Ratio(0.25m));
        Share.Title.English.Should().Be("qualified-share");
    }

    [Fact]
    public void ResultUnit_BuiltIn_IsKnownFromTheUnits()
    {
        var catalog = FormulaCatalog.Default;
        catalog.Find("average-order-value").ResultUnit(Unit.Money("DKK"), Unit.Count("order"))!.ToString().Should().Be("DKK per order");
        catalog.Find("average-order-value").ResultUnit(Unit.Money("DKK"), Unit.Count())!.ToString().Should().Be("DKK per order");
        catalog.Find("units-per-order").ResultUnit(Unit.Count(), Unit.Count())!.ToString().Should().Be("unit per order");
        catalog.Find("conversion-rate").ResultUnit(Unit.Count("order"), Unit.Count("visitor")).Should().Be(Unit.Ratio);
        catalog.Find("net-promoter-score").ResultUnit(Unit.Count(), Unit.Count(), Unit.Count())!.ToString().Should().Be("score -100…100");
        catalog.Find("return-on-investment").ResultUnit(Unit.Money("DKK"), Unit.Money("DKK")).Should().Be(Unit.Ratio);
        catalog.Find("customer-lifetime-value").ResultUnit(Unit.Money("EUR").Per("user"), Unit.Ratio, Unit.Ratio)!.ToString()
            .Should().Be("EUR per user");
        catalog.Find("compound-growth-rate").ResultUnit(Unit.Money("DKK"), Unit.Money("DKK"), Unit.Count()).Should().Be(Unit.Ratio);
        catalog.Find("retention-rate").ResultUnit(Unit.Count(), Unit.Count(), Unit.Count()).Should().Be(Unit.Ratio);
    }

    [Fact]
    public void ResultUnit_UnknownUnit_IsNullOnlyWhereItDecides()
    {
        FormulaCatalog.Default.Find("conversion-rate").ResultUnit(null, null).Should().Be(Unit.Ratio);
        FormulaCatalog.Default.Find("average-order-value").ResultUnit(null, Unit.Count("order")).Should().BeNull();
    }

    [Fact]
    public void ResultUnit_TwoCurrencies_NamesFormulaInputsAndUnits() =>
        Messages.Of<ArgumentException>(() => FormulaCatalog.Default.Find("roi").ResultUnit(Unit.Money("DKK"), Unit.Money("EUR")))
            .Should().Be(
                "Formula 'return-on-investment' cannot take returned (DKK), invested (EUR). "
                + "Cannot subtract DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void ResultUnit_WrongKind_NamesFormulaInputsAndUnits() =>
        Messages.Of<ArgumentException>(() => FormulaCatalog.Default.Find("aov").ResultUnit(Unit.Count("order"), null)).Should().Be(
            "Formula 'average-order-value' cannot take revenue (count of order), orders (unknown unit). "
            + "Expected money in a currency, such as Money.Dkk(100) or Money.Of(100, \"EUR\"); found count of order 1."
            + " (Parameter 'revenue')");

    [Fact]
    public void ResultUnit_WrongNumberOfUnits_Throws() =>
        Messages.Of<ArgumentException>(() => FormulaCatalog.Default.Find("aov").ResultUnit(Unit.Money("DKK")))
            .Should().Be("Formula 'average-order-value' takes 2 inputs (revenue, orders); found 1. (Parameter 'inputs')");

    [Fact]
    public void ResultUnit_DivisionByZeroAmongOnes_IsKnownAllTheSame() =>
        Formula.Of("gap", (a, b) => Money.Dkk(1) / (a - b)).ResultUnit(Unit.Count("order"), Unit.Count("order"))!
            .ToString().Should().Be("DKK per order");

    [Fact]
    public void ResultUnit_DifferenceOfCountsHandedOn_IsNoUnitError()
    {
        Unit[] units = [Unit.Count("order"), Unit.Count("order"), Unit.Count("visit")];
        Formula.Parse("net", "conversion_rate(orders - cancelled, visits)").ResultUnit(units).Should().Be(Unit.Ratio);
        Formula.Of("net", (orders, cancelled, visits) => Marketing.ConversionRate(orders - cancelled, visits)).ResultUnit(units)
            .Should().Be(Unit.Ratio);
        Formula.Of("net", (cancelled, orders, visits) => Marketing.ConversionRate(orders - cancelled, visits)).ResultUnit(units)
            .Should().Be(Unit.Ratio);
    }

    [Fact]
    public void ResultUnit_AnotherUnitForOtherAmounts_IsRefused()
    {
        var chosen = Formula.Of("chosen", (a, b) => a.Amount > 1.5m ? a : b);
        Messages.Of<ArgumentException>(() => chosen.ResultUnit(Unit.Money("DKK"), Unit.Count("order"))).Should().Be(
            "Formula 'chosen' cannot take a (DKK), b (count of order). Cannot choose between count of order and DKK:"
            + " both must have the same unit.");
        Messages.Of<ArgumentException>(() => chosen.ResultUnit(Unit.Money("DKK"), Unit.Money("EUR"))).Should().Contain("EUR and DKK");
        chosen.ResultUnit(Unit.Duration(DurationUnit.Hour), Unit.Duration(DurationUnit.Day)).Should().Be(Unit.Duration(DurationUnit.Day));
        chosen.ResultUnit(Unit.Count("order"), Unit.Count()).Should().Be(Unit.Count());
    }

    [Fact]
    public void Evaluate_NegativeCountComputedInside_IsOutOfDomainWithItsCause()
    {
        Formula.Parse("net", "conversion_rate(orders - cancelled, visits)").Evaluate(2, 3, 900)
            .ShouldBeUndefined(UndefinedReason.OutOfDomain, "orders - cancelled");
        Formula.Of("net", (orders, cancelled, visits) => Marketing.ConversionRate(orders - cancelled, visits)).Evaluate(2, 3, 900)
            .ShouldBeUndefined(UndefinedReason.OutOfDomain, "conversions");
        var conversionRate = FormulaCatalog.Default.Find("conversion-rate");
        Formula.Of("net", (orders, cancelled, visits) => conversionRate.Evaluate(orders - cancelled, visits)).Evaluate(2, 3, 900)
            .ShouldBeUndefined(UndefinedReason.OutOfDomain, "conversions");
    }

    [Fact]
    public void Evaluate_NegativeCountGiven_ThrowsAfterAnyCalculation()
    {
        var failing = Formula.Of("failing", a => throw new InvalidOperationException(a.ToString(null)));
        Messages.Of<InvalidOperationException>(() => failing.Evaluate(1)).Should().Be("1");
        Messages.Of<ArgumentOutOfRangeException>(() => FormulaCatalog.Default.Find("conversion-rate").Evaluate(-1, 900))
            .Should().Contain("-1");
        Messages.Of<ArgumentOutOfRangeException>(() => Marketing.ConversionRate(-1, 900)).Should().Contain("-1");
    }

    [Theory]
    [InlineData("conversion-rate", "ratio")]
    [InlineData("average-order-value", "money per order")]
    [InlineData("units-per-order", "unit per order")]
    [InlineData("net-promoter-score", "score from -100 to 100")]
    [InlineData("payback-period", "number of periods")]
    [InlineData("average-handle-time", "time")]
    [InlineData("net-present-value", "money")]
    [InlineData("sales-velocity", "money per time")]
    public void ResultUnitInWords_BuiltIn_SaysTheUnit(string id, string words) =>
        FormulaCatalog.Default.Find(id).ResultUnitInWords.Should().Be(words);

    [Fact]
    public void ResultUnitInWords_OwnFormula_IsKnownFromTheKinds()
    {
        Share.ResultUnitInWords.Should().BeNull();
        Formula.Of(
            "cost-per-hour", (cost, time) => cost / time, FormulaInput.Money("cost"), FormulaInput.Duration("time")).ResultUnitInWords
            .Should().Be("money per time");
        Formula.Parse("all", "a + b", FormulaInput.Count("a"), FormulaInput.Count("b")).ResultUnitInWords.Should().Be("count");
        FormulaCatalog.Default.Formulas.Should().AllSatisfy(formula => formula.ResultUnitInWords.Should().NotBeNullOrEmpty());
    }

    private sealed class Weighted()
        : Formula(
            "weighted-conversion",
            [FormulaInput.Count("orders"), FormulaInput.Count("visits"), FormulaInput.Ratio("weight")],
            new() { Title = "Weighted conversion", Synonyms = ["wcr"] })
    {
        protected override Quantity Compute(ReadOnlySpan<Quantity> inputs) => inputs[0].DividedBy(inputs[1]) * inputs[2];
    }

    private sealed class Bare(string id, IEnumerable<FormulaInput> inputs) : Formula(id, inputs)
    {
        protected override Quantity Compute(ReadOnlySpan<Quantity> inputs) => default;
    }
}

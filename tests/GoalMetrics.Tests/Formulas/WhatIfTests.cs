namespace GoalMetrics.Tests.Formulas;

public sealed class WhatIfTests
{
    private static readonly Formula Revenue = Formula.Of(
        "shop-revenue",
        (visitors, conversionRate, orderValue) => visitors * conversionRate * orderValue,
        FormulaInput.Count("visitors"), FormulaInput.Ratio("conversionRate").AtLeast(0).AtMost(1), FormulaInput.Money("orderValue"));

    private static readonly Formula LifetimeValue = FormulaCatalog.Default.Find("ltv");

    [Fact]
    public void Sensitivity_Product_MovesInProportion()
    {
        var sensitivities = Revenue.Sensitivity(10_000, 0.02m, Money.Dkk(500));
        sensitivities.Select(s => s.Input).Should().Equal("visitors", "conversionRate", "orderValue");
        sensitivities.Should().AllSatisfy(s =>
        {
            s.Result.From.Should().Be(Money.Dkk(100_000));
            s.Result.Absolute.Should().Be(Money.Dkk(1_000));
            s.Result.Relative.Should().Be(Quantity.Ratio(0.01m));
        });
    }

    [Fact]
    public void Sensitivity_Quotient_MovesByHand()
    {
        // By hand: 1,000 / 0.05 = 20,000; with a churn of 0.0505 it is 19,801.98.
        var churn = LifetimeValue.Sensitivity(Money.Dkk(1_250), 0.8m, 0.05m)[2];
        churn.Input.Should().Be("churnRate");
        churn.Result.Absolute.ShouldRoundTo(-198.02m, Unit.Money("DKK"));
        churn.Result.Relative.ShouldRoundTo(-0.00990099m, Unit.Ratio);
    }

    [Fact]
    public void Sensitivity_ZeroInputOrNarrowRange_IsUndefinedForThatInputOnly()
    {
        var sensitivities = Revenue.Sensitivity(0, 1m, Money.Dkk(500));
        sensitivities[0].Result.To.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "visitors");
        sensitivities[1].Result.To.Should().Be(Money.Dkk(0));
        sensitivities[2].Result.To.Should().Be(Money.Dkk(0));

        // From 0.995 to 1, neither 1 % more nor 1 % less is valid.
        Formula.Of("narrow", q => q, FormulaInput.Ratio("q").AtLeast(0.995m).AtMost(1m)).Sensitivity(1m)[0].Result.To
            .ShouldBeUndefined(UndefinedReason.OutOfDomain, "q");
    }

    [Fact]
    public void Sensitivity_ShareNearAll_IsMirrored()
    {
        // By hand: 1 - 0.0005 / 0.001 = 50 %; at 1 % less uptime, 0.989505, it is 1 - 10.495 = -949.5 %: 999.5 points less.
        var budget = FormulaCatalog.Default.Find("error-budget-remaining").Sensitivity(0.9995m, 0.999m);
        budget[0].Result.Absolute.Amount.Should().Be(9.995m);

        // By hand, target 0.98901: 1 - 0.0005 / 0.01099 = 95.4504 %: 45.4504 points more, and so as many less.
        budget[1].Result.Absolute.Amount.Should().BeApproximately(-0.4545040946314832m, 1e-15m);

        // A product moves in proportion.
        FormulaCatalog.Default.Find("oee").Sensitivity(1m, 1m, 1m)
            .Should().AllSatisfy(s => s.Result.Relative.Should().Be(Quantity.Ratio(0.01m)));
    }

    [Fact]
    public void Sensitivity_UndefinedInput_CarriesItsReason() =>
        Revenue.Sensitivity(10, default, Money.Dkk(500))
            .Should().AllSatisfy(s => s.Result.Absolute.ShouldBeUndefined(UndefinedReason.NoData, "conversionRate"));

    [Fact]
    public void Sensitivity_Series_NamesEachValue() =>
        FormulaCatalog.Default.Find("npv").Sensitivity(0.1m, Money.Usd(-100), Money.Usd(110)).Select(s => s.Input)
            .Should().Equal("rate", "flows[0]", "flows[1]");

    [Fact]
    public void GoalSeek_ConversionRateForAMillion_IsFoundExactly()
    {
        var sought = Revenue.GoalSeek("conversionRate", Money.Dkk(1_000_000), 80_000, 0.02m, Money.Dkk(500));
        sought.Outcome.Should().Be(GoalSeekOutcome.Found);
        sought.Input.Should().Be("conversionRate");
        sought.Value.Should().Be(Quantity.Ratio(0.025m));
        sought.NearestInput.Should().Be(sought.Value);
        sought.NearestResult.Should().Be(Money.Dkk(1_000_000));
    }

    [Fact]
    public void GoalSeek_MoreThanTheRangeAllows_IsUnreachableAndSaysHowNear()
    {
        var sought = Revenue.GoalSeek("conversionRate", Money.Dkk(1_000_000), 1_000, 0.02m, Money.Dkk(500));
        sought.Outcome.Should().Be(GoalSeekOutcome.Unreachable);
        sought.Value.ShouldBeUndefined(UndefinedReason.OutOfDomain, "unreachable");
        sought.Value.Unit.Should().Be(Unit.Ratio);
        sought.NearestInput.Should().Be(Quantity.Ratio(1m));
        sought.NearestResult.Should().Be(Money.Dkk(500_000));
    }

    [Fact]
    public void GoalSeek_NoInfluence_IsUnreachable() =>
        Revenue.GoalSeek("conversionRate", Money.Dkk(5), 0, 0.02m, Money.Dkk(500)).Outcome.Should().Be(GoalSeekOutcome.Unreachable);

    [Fact]
    public void GoalSeek_AnotherInputUndefined_IsUndefined()
    {
        var sought = Revenue.GoalSeek("conversionRate", Money.Dkk(5), default, 0.02m, Money.Dkk(500));
        sought.Outcome.Should().Be(GoalSeekOutcome.Undefined);
        sought.Value.ShouldBeUndefined(UndefinedReason.NoData, "visitors");
        LifetimeValue.GoalSeek("averageRevenue", Money.Dkk(5), Money.Dkk(100), 0.5m, 0m).Value
            .ShouldBeUndefined(UndefinedReason.ZeroDenominator, "churnRate");
        Revenue.GoalSeek("conversionRate", default, 10, 0.02m, Money.Dkk(500)).Outcome.Should().Be(GoalSeekOutcome.Undefined);
    }

    [Fact]
    public void GoalSeek_StartUndefined_IsFoundAllTheSame() =>
        Revenue.GoalSeek("conversionRate", Money.Dkk(1_000_000), 80_000, default, Money.Dkk(500)).Value.Should().Be(Quantity.Ratio(0.025m));

    [Fact]
    public void GoalSeek_BelowTheLine_IsFound()
    {
        LifetimeValue.GoalSeek("churnRate", Money.Dkk(20_000), Money.Dkk(1_250), 0.8m, 0.1m).Value.Should().Be(Quantity.Ratio(0.05m));
        var visitors = FormulaCatalog.Default.Find("cr").GoalSeek("visitors", 0.03m, 42, 1_000);
        visitors.Value.Should().Be(Quantity.Count(1_400));
        LifetimeValue.GoalSeek("churnRate", Money.Dkk(500), Money.Dkk(1_250), 0.8m, 0.1m).Outcome.Should().Be(GoalSeekOutcome.Unreachable);
    }

    [Fact]
    public void GoalSeek_PoleBetween_IsNotTakenForARoot() =>
        // 1 / x jumps from below to above at 0 and never is 0.
        Formula.Of("inverse", x => Quantity.Ratio(1m) / x, FormulaInput.Ratio("x")).GoalSeek("x", 0m, 5m).Outcome
            .Should().Be(GoalSeekOutcome.Unreachable);

    [Fact]
    public void GoalSeek_PoleBesideTheGrid_IsApproached()
    {
        // By hand: 1 / (x - 3.7) is 100 at 3.71 and -100 at 3.69; 1 / (x - 3.7) + 10 is 0 at 3.6.
        var inverse = Formula.Parse("1 / (x - 3.7)");
        inverse.GoalSeek("x", 100m, 9m).Value.ShouldBeAbout(3.71m, 1e-20m);
        inverse.GoalSeek("x", -100m, 9m).Value.ShouldBeAbout(3.69m, 1e-20m);
        Formula.Parse("1 / (x - 3.7) + 10").GoalSeek("x", 0m, 9m).Value.ShouldBeAbout(3.6m, 1e-20m);
    }

    [Fact]
    public void GoalSeek_HoleBetween_IsSearchedOnBothSides() =>
        // By hand: x · √(|x| - 8) / √(|x| - 8) is x but for -8 to 8, where there is none; between -10 and 10 lie 8.5 and -8.5.
        new[] { 8.5m, -8.5m }
            .Select(wanted => Formula.Parse("x * sqrt(abs(x) - 8) / sqrt(abs(x) - 8)").GoalSeek("x", wanted, 0m).Value.AmountOrNull)
            .Should().Equal(8.5m, -8.5m);

    // By hand: (83 - 15) / 100 = 68 %; 18,000 / (21.8 - 20) = 10,000; 1 - 3,087 / 3,150 = 2 %.
    [Fact]
    public void GoalSeek_NearTheEndOfTheDomain_IsFound()
    {
        var catalog = FormulaCatalog.Default;
        catalog.Find("nps").GoalSeek("promoters", Quantity.Score(68, -100, 100), 60, 15, 100).Value.Should().Be(Quantity.Count(83));
        catalog.Find("break-even-units").GoalSeek("price", Quantity.Count(10_000, "unit"), Money.Usd(18_000), Money.Usd(100), Money.Usd(20))
            .Value.Should().Be(Money.Usd(21.8m));
        catalog.Find("cart-abandonment").GoalSeek("purchases", 0.02m, 650, 3_150).Value.Should().Be(Quantity.Count(3_087));
        catalog.Find("cart-abandonment").GoalSeek("purchases", 0m, 650, 3_150).Value.Should().Be(Quantity.Count(3_150));

        // By hand: 143,566 - 0.01 · 145,308, of Apple's balance sheet of September 2023.
        catalog.Find("acid-test-ratio").GoalSeek("inventory", 0.01m, Money.Usd(143_566), Money.Usd(6_331), Money.Usd(145_308))
            .Value.Should().Be(Money.Usd(142_112.92m));
    }

    [Fact]
    public void GoalSeek_DiscountedPayback_IsFoundJustAboveTheInterest()
    {
        // By hand: 10,000 at 10 % is paid back after 100 periods by 1,000 / (1 - 1.1^-100) = 1,000.0725… a period.
        var inflow = FormulaCatalog.Default.Find("discounted-payback-period")
            .GoalSeek("inflow", Quantity.Count(100, "period"), Money.Eur(10_000), Money.Eur(3_000), 0.1m);
        inflow.Value.ShouldBeAbout(1_000m / (1m - (decimal)Math.Pow(1.1, -100)), 1e-6m);
    }

    [Fact]
    public void GoalSeek_InsideAText_AmountsTriedAreNotReported() =>
        // By hand: (27 - 9) / 900 = 2 %. More cancelled than ordered are tried on the way.
        Formula.Parse("conversion_rate(orders - cancelled, visits)").GoalSeek("cancelled", 0.02m, 27, 3, 900).Value
            .Should().Be(Quantity.Count(9));

    [Fact]
    public void GoalSeek_AmountsAtTheEndOfDecimal_DoNotThrow() =>
        Formula.Parse("a * b").GoalSeek("a", 6m, decimal.MaxValue, 2m).Value.Should().Be(Quantity.Ratio(3m));

    [Fact]
    public void GoalSeek_SeveralValues_FindsTheNearest()
    {
        var square = Formula.Of("square", x => x * x, FormulaInput.Ratio("x"));
        square.GoalSeek("x", 9m, 2m).Value.Should().Be(Quantity.Ratio(3m));
        square.GoalSeek("x", 9m, -2m).Value.Should().Be(Quantity.Ratio(-3m));
        square.GoalSeek("x", 2m, 1m).Value.ShouldBeAbout(1.4142135623730950488016887242m, 1e-20m);
        square.GoalSeek("x", -1m, 1m).Outcome.Should().Be(GoalSeekOutcome.Unreachable);
    }

    [Fact]
    public void GoalSeek_Rate_IsTheInternalRateOfReturn() =>
        // Reference fin-irr-excel: the rate at which the flows are worth nothing.
        FormulaCatalog.Default.Find("npv-from-now").GoalSeek(
            "rate", Money.Usd(0),
            0.05m, Money.Usd(-70_000), Money.Usd(12_000), Money.Usd(15_000), Money.Usd(18_000), Money.Usd(21_000), Money.Usd(26_000))
            .Value.ShouldBeAbout(0.08663094803653161m);

    [Fact]
    public void GoalSeek_GrowthComputedInDouble_IsFound() =>
        // 5 % over 10 years make 1.628894626777442 (1.05^10).
        FormulaCatalog.Default.Find("cagr").GoalSeek("end", 0.05m, Money.Dkk(100), Money.Dkk(110), 10).Value
            .ShouldBeAbout(162.8894626777442m, 1e-12m);

    [Fact] // 3 is as near to 4 as 5 is, and what is given already gives it.
    public void GoalSeek_OutOfReach_StaysWhereItIsAsNear() =>
        Formula.Parse("if(a > 100, 5, 3)").GoalSeek("a", 4m, 1m).NearestInput.Should().Be(Quantity.Ratio(1m));

    [Fact]
    public void GoalSeek_UnknownInput_NamesTheNearest() =>
        Messages.Of<ArgumentException>(() => Revenue.GoalSeek("conversion-rate", Money.Dkk(5), 1, 0.02m, Money.Dkk(500))).Should().Be(
            "Formula 'shop-revenue' has no input 'conversion-rate'; it takes visitors, conversionRate, orderValue."
            + " Did you mean 'conversionRate'? (Parameter 'input')");

    [Fact]
    public void GoalSeek_WantedInAnotherUnit_Throws() =>
        Messages.Of<UnitMismatchException>(() => Revenue.GoalSeek("visitors", Money.Eur(5), 1, 0.02m, Money.Dkk(500)))
            .Should().Be("Formula 'shop-revenue': its result is in DKK, so 'wanted' must be, too; found EUR 5.00, in EUR.");

    [Fact]
    public void GoalSeek_MoneyWantedOfARatio_Throws() =>
        Messages.Of<UnitMismatchException>(
            () => FormulaCatalog.Default.Find("roi").GoalSeek("returned", wanted: Money.Dkk(1), Money.Dkk(15_000), Money.Dkk(10_000)))
            .Should().Be(
                "Formula 'return-on-investment': its result is in ratio, so 'wanted' must be, too; found DKK 1.00, in DKK.");

    [Fact] // As different as hours and days, or orders and a plain number, units may be.
    public void GoalSeek_WantedInAUnitThatIsAlike_IsFound()
    {
        Formula.Parse("a * 2").GoalSeek("a", Quantity.Duration(1, DurationUnit.Day), Quantity.Duration(1, DurationUnit.Hour)).Value
            .Should().Be(Quantity.Duration(12, DurationUnit.Hour));
        Formula.Parse("a * 2").GoalSeek("a", Quantity.Count(8), Quantity.Count(1, "order")).Value.Should().Be(Quantity.Count(4, "order"));
    }

    [Fact]
    public void GoalSeek_UnitNotKnown_SaysWhatToGive() =>
        Messages.Of<ArgumentException>(() => Revenue.GoalSeek("orderValue", Money.Dkk(5), 1, 0.02m, default)).Should().Be(
            "The unit of 'orderValue' is not known; give a quantity in the unit wanted, such as Money.Dkk(1), in its place."
            + " (Parameter 'inputs')");
}

namespace GoalMetrics.Tests.Formulas.Families;

public sealed partial class FinanceTests
{
    private static readonly Unit PeriodUnit = Unit.Count("period");

    [Fact]
    public void PaybackPeriod_WorkedExample_IsInvestedOverInflow()
    {
        // calcdomain.com, Payback Period: 10,000 at 3,000 a year is 3.33 years.
        Finance.PaybackPeriod(invested: Money.Eur(10_000), inflow: Money.Eur(3_000)).ShouldRoundTo(3.33m, PeriodUnit);

        // Nothing invested is back at once.
        Finance.PaybackPeriod(Money.Dkk(0), Money.Dkk(400)).Should().Be(Quantity.Count(0m, "period"));
    }

    [Theory]
    [InlineData("10000", "3000", "0.10", "4.2541637099059")] // The example above at 10 %; −ln(1 − 1/3) / ln(1.1) by GNU bc.
    [InlineData("10000", "3000", "-0.05", "3.0052793775062")] // Later money worth more; by GNU bc.
    // Almost no interest, by GNU bc: 1 + rate has few digits of it left in double.
    [InlineData("10000", "3000", "0.0000000001", "3.3333333340556")]
    [InlineData("29999", "3000", "0.10", "108.1621363196")] // Almost never; by GNU bc.
    [InlineData("2100", "1210", "0.10", "2.0000000000000")] // By hand: 1,210 / 1.1 + 1,210 / 1.21 = 1,100 + 1,000.
    [InlineData("600", "200", "1", "-1")] // Interest of 600 on 600 is more than 200: never.
    [InlineData("1000", "30", "0.03", "-1")] // Interest of 30 takes all of the 30: never.
    public void DiscountedPaybackPeriod_EvenInflow_IsTheLogarithm(string invested, string inflow, string rate, string periods)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var result = Finance.DiscountedPaybackPeriod(
            invested: Money.Eur(decimal.Parse(invested, culture)), inflow: Money.Eur(decimal.Parse(inflow, culture)),
            rate: Quantity.Ratio(decimal.Parse(rate, culture)));
        if (periods == "-1")
        {
            result.ShouldBeUndefined(UndefinedReason.OutOfDomain, "inflow");
            result.Unit.Should().Be(PeriodUnit);
        }
        else
        {
            result.ShouldRoundTo(decimal.Parse(periods, culture), PeriodUnit);
        }
    }

    [Fact]
    public void DiscountedPaybackPeriod_NoInterest_IsTheSimpleOne() =>
        Finance.DiscountedPaybackPeriod(Money.Eur(10_000), Money.Eur(3_000), 0m)
            .Should().Be(Finance.PaybackPeriod(Money.Eur(10_000), Money.Eur(3_000)));

    [Fact]
    public void DiscountedPaybackPeriod_NothingInvested_IsAtOnce() =>
        Finance.DiscountedPaybackPeriod(Money.Eur(0), Money.Eur(3_000), 0.1m).Should().Be(Quantity.Count(0m, "period"));

    [Fact]
    public void DiscountedPaybackPeriod_OutsideItsDomain_NamesTheInput()
    {
        Finance.DiscountedPaybackPeriod(Money.Eur(1), Money.Eur(3), -1m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "rate");
        Finance.DiscountedPaybackPeriod(Money.Eur(1), Money.Eur(3), -2m).ShouldBeUndefined(UndefinedReason.OutOfDomain, "rate");
        FormulaCatalog.Default.Find("discounted-payback-period").Evaluate(Money.Eur(1), Money.Eur(3), -1m)
            .ShouldBeUndefined(UndefinedReason.OutOfDomain, "rate");
        Finance.DiscountedPaybackPeriod(Money.Eur(1), Money.Eur(3), -0.99m).IsDefined.Should().BeTrue();
    }

    [Fact]
    public void DiscountedPaybackPeriod_UndefinedInputs_CarryTheFirst()
    {
        var immature = Quantity.Undefined(UndefinedReason.Immature);
        Finance.DiscountedPaybackPeriod(immature, Money.Eur(-3), -1m).ShouldBeUndefined(UndefinedReason.Immature, "invested");
        var unknown = Finance.DiscountedPaybackPeriod(Money.Eur(1), Money.Eur(3), immature);
        unknown.ShouldBeUndefined(UndefinedReason.Immature, "rate");
        unknown.Unit.Should().Be(PeriodUnit);
    }

    [Fact]
    public void DiscountedPaybackPeriod_BeyondDecimal_IsOverflow()
    {
        var result = Finance.DiscountedPaybackPeriod(Money.Eur(10), Money.Eur(1), decimal.MaxValue);
        result.Reason.Should().Be(UndefinedReason.Overflow);
        result.Unit.Should().Be(PeriodUnit);

        // By hand: half of the inflow is interest; ln 2 / ln(1 + 1e20) is log10(2) / 20 = 0.30103 / 20.
        Finance.DiscountedPaybackPeriod(Money.Eur(1), Money.Eur(200_000_000_000_000_000_000m), 100_000_000_000_000_000_000m)
            .ShouldRoundTo(0.01505149978m, PeriodUnit);
    }
}

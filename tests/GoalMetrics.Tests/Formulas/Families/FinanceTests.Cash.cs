namespace GoalMetrics.Tests.Formulas.Families;

// The cycle of cash is the example quoted at financial-dictionary.thefreedictionary.com, Days' sales outstanding, in millions.
public sealed partial class FinanceTests
{
    private static readonly Quantity Year = Quantity.Duration(365, DurationUnit.Day);

    [Fact]
    public void DaysSalesOutstanding_PublishedExample_IsReceivablesOverRevenuePerDay()
    {
        // 660 / (12,000 / 365 days) = 20.1 days; by GNU bc 20.075.
        Finance.DaysSalesOutstanding(receivables: Money.Usd(660), revenue: Money.Usd(12_000), period: Year)
            .Should().Be(Quantity.Duration(20.075m, DurationUnit.Day));

        // By hand: a third of what 3 months bring is one month, without a rounding error.
        Finance.DaysSalesOutstanding(Money.Dkk(100), Money.Dkk(300), Quantity.Duration(3, DurationUnit.Month))
            .Should().Be(Quantity.Duration(1, DurationUnit.Month));
    }

    [Fact]
    public void DaysPayableOutstanding_PublishedExample_IsPayablesOverCostPerDay() =>
        // 1,200 / (4,000 / 365 days) = 109.5 days.
        Finance.DaysPayableOutstanding(payables: Money.Usd(1_200), costOfGoodsSold: Money.Usd(4_000), period: Year)
            .Should().Be(Quantity.Duration(109.5m, DurationUnit.Day));

    [Fact]
    public void CashConversionCycle_PublishedExample_IsTheSum()
    {
        // 187.1 + 20.1 − 109.5 = 97.7 days.
        Finance.CashConversionCycle(
            daysInventoryOutstanding: Quantity.Duration(187.1m, DurationUnit.Day),
            daysSalesOutstanding: Quantity.Duration(20.1m, DurationUnit.Day),
            daysPayableOutstanding: Quantity.Duration(109.5m, DurationUnit.Day)).Should().Be(Quantity.Duration(97.7m, DurationUnit.Day));

        // By hand: 1 week and 3 days less 40 days.
        Finance.CashConversionCycle(
            Quantity.Duration(1, DurationUnit.Week), Quantity.Duration(3, DurationUnit.Day), Quantity.Duration(40, DurationUnit.Day))
            .Should().Be(Quantity.Duration(-30, DurationUnit.Day));
    }

    [Fact]
    public void CashConversionCycle_MonthsAndDays_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() =>
            Finance.CashConversionCycle(
                Quantity.Duration(1, DurationUnit.Month), Quantity.Duration(1, DurationUnit.Day), Quantity.Duration(1, DurationUnit.Day)))
            .Should().StartWith("Cannot add months and days");

    [Fact]
    public void BurnRate_WorkedExample_IsMoneyPerTime()
    {
        var perMonth = Unit.Money("USD").Over(Unit.Duration(DurationUnit.Month));

        // costcalculator.calculator.city, Net Burn Rate: 50,000 out and 10,000 in is 40,000 a month.
        var burn =
            Finance.BurnRate(outflow: Money.Usd(50_000), inflow: Money.Usd(10_000), period: Quantity.Duration(1, DurationUnit.Month));
        burn.Should().Be(new Quantity(40_000, perMonth));
        burn.Unit!.ToString().Should().Be("USD per month");

        // By hand: (150,000 − 30,000) / 3 months; more in than out is negative.
        Finance.BurnRate(Money.Usd(150_000), Money.Usd(30_000), Quantity.Duration(3, DurationUnit.Month))
            .Should().Be(new Quantity(40_000, perMonth));
        Finance.BurnRate(Money.Usd(10), Money.Usd(40), Quantity.Duration(3, DurationUnit.Month)).Should().Be(new Quantity(-10, perMonth));
    }

    [Fact]
    public void Runway_WorkedExamples_AreMet()
    {
        // costcalculator.calculator.city, Net Burn Rate: 400,000 at 40,000 a month is 10 months.
        Finance.Runway(cash: Money.Usd(400_000), netBurn: Money.Usd(40_000), period: Quantity.Duration(1, DurationUnit.Month))
            .Should().Be(Quantity.Duration(10, DurationUnit.Month));

        // By hand: 90,000 in 3 months is 30,000 a month.
        Finance.Runway(Money.Usd(300_000), Money.Usd(90_000), Quantity.Duration(3, DurationUnit.Month))
            .Should().Be(Quantity.Duration(10, DurationUnit.Month));
    }

    [Fact]
    public void Runway_BurnRateForBurn_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Finance.Runway(
            Money.Usd(400_000), Finance.BurnRate(Money.Usd(5), Money.Usd(1), Quantity.Duration(1, DurationUnit.Month)),
            Quantity.Duration(1, DurationUnit.Month)))
            .Should().StartWith("Cannot relate USD and USD per month");
}

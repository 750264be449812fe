namespace GoalMetrics.Tests.Formulas.Families;

public sealed partial class FinanceTests
{
    [Fact]
    public void ReturnOnInvestment_NothingCameBack_IsMinusOne() =>
        Finance.ReturnOnInvestment(Money.Dkk(0), Money.Dkk(10)).Should().Be(Quantity.Ratio(-1m));

    [Fact]
    public void GrossMargin_CostAboveRevenue_IsNegative()
    {
        // By the definition, (revenue − cost of goods) / revenue: (80 − 100) / 80.
        Finance.GrossMargin(revenue: Money.Dkk(80), costOfGoodsSold: Money.Dkk(100)).Should().Be(Quantity.Ratio(-0.25m));
    }

    [Fact]
    public void GrowthRate_RealSeries_IsThePublishedRate()
    {
        // Reference pop-airpassengers, "yoy" (R 4.2.2): 1960 against 1959.
        Finance.GrowthRate(current: 5_714, previous: 5_140).ShouldRoundTo(0.111673151750973m, Unit.Ratio);
    }

    [Fact]
    public void GrowthRate_FromNegative_IsAgainstTheAbsoluteValue()
    {
        // From −10 to 5 is (5 + 10) / 10.
        Finance.GrowthRate(Money.Dkk(5), Money.Dkk(-10)).Should().Be(Quantity.Ratio(1.5m));
        Finance.GrowthRate(Money.Dkk(-15), Money.Dkk(-10)).Should().Be(Quantity.Ratio(-0.5m));
    }

    [Fact]
    public void GrowthRate_UnlikeUnits_ThrowsAndNamesBoth()
    {
        Messages.Of<UnitMismatchException>(() => Finance.GrowthRate(Quantity.Count(5, "order"), Quantity.Count(1, "visitor")))
            .Should().Be(
                "Cannot subtract count of order and count of visitor: give both the same noun,"
                + " or make them plain with WithUnit(Unit.Count()).");
    }

    [Fact]
    public void GrowthRate_DurationsInTwoUnits_ConvertsThem() =>
        Finance.GrowthRate(Quantity.Duration(3, DurationUnit.Minute), Quantity.Duration(120, DurationUnit.Second))
            .Should().Be(Quantity.Ratio(0.5m));

    [Fact]
    public void CompoundGrowthRate_ExcelsExample_IsThePublishedRate()
    {
        // Reference fin-rri-excel: RRI(96, 10000, 11000), Microsoft's documentation prints 0.0009933; gnumeric 1.12.55.
        var rri = Finance.CompoundGrowthRate(start: Money.Usd(10_000), end: Money.Usd(11_000), periods: 96);
        rri.Unit.Should().Be(Unit.Ratio);
        rri.Amount.Should().BeApproximately(0.0009933073762913949m, 1e-15m);
    }

    [Fact]
    public void CompoundGrowthRate_AllLost_IsMinusOne() =>
        Finance.CompoundGrowthRate(Money.Dkk(100), Money.Dkk(0), 3).Should().Be(Quantity.Ratio(-1m));

    [Fact]
    public void CompoundGrowthRate_PartOfAPeriod_IsAllowed() =>
        // 1.21 in half a period: 1.21² − 1.
        Finance.CompoundGrowthRate(100, 121, Quantity.Count(0.5m)).ShouldRoundTo(0.4641000000000m, Unit.Ratio);

    [Fact]
    public void CompoundGrowthRate_UndefinedInputs_CarryTheFirst()
    {
        var immature = Quantity.Undefined(UndefinedReason.Immature);
        Finance.CompoundGrowthRate(immature, default, default).ShouldBeUndefined(UndefinedReason.Immature, "start");
        Finance.CompoundGrowthRate(immature, Money.Dkk(-1), 0).ShouldBeUndefined(UndefinedReason.Immature, "start");
        Finance.CompoundGrowthRate(0, immature, 0).ShouldBeUndefined(UndefinedReason.Immature, "end");
        Finance.CompoundGrowthRate(1, 2, immature).ShouldBeUndefined(UndefinedReason.Immature, "periods");
    }

    [Fact]
    public void CompoundGrowthRate_BeyondDecimal_IsOverflow() =>
        Finance.CompoundGrowthRate(1, 10, Quantity.Count(0.01m)).Reason.Should().Be(UndefinedReason.Overflow);
}

namespace GoalMetrics.Tests.Formulas;

public sealed partial class FinanceTests
{
    [Fact]
    public void ReturnOnInvestment_NothingCameBack_IsMinusOne() =>
        Finance.ReturnOnInvestment(Money.Dkk(0), Money.Dkk(10)).Should().Be(Quantity.Ratio(-1m));

    [Fact]
    public void ReturnOnInvestment_NothingInvested_IsUndefined() =>
        Finance.ReturnOnInvestment(Money.Dkk(5), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "invested");

    [Fact]
    public void ReturnOnInvestment_NegativeInvestment_IsOutOfDomain() =>
        Finance.ReturnOnInvestment(Money.Dkk(5), Money.Dkk(-10)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "invested");

    [Fact]
    public void ReturnOnInvestment_UndefinedBeforeOutOfDomain_CarriesTheUndefined() =>
        Finance.ReturnOnInvestment(default, Money.Dkk(-10)).ShouldBeUndefined(UndefinedReason.NoData, "returned");

    [Fact]
    public void ReturnOnInvestment_TwoCurrencies_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Finance.ReturnOnInvestment(Money.Dkk(5), Money.Eur(1)))
            .Should().Be("Cannot subtract DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void GrossMargin_ByHand_IsTheShareOfRevenueLeft()
    {
        // By the definition, (revenue − cost of goods) / revenue: (250 − 100) / 250 and (80 − 100) / 80.
        Finance.GrossMargin(revenue: Money.Dkk(250), costOfGoodsSold: Money.Dkk(100)).Should().Be(Quantity.Ratio(0.6m));
        Finance.GrossMargin(revenue: Money.Dkk(80), costOfGoodsSold: Money.Dkk(100)).Should().Be(Quantity.Ratio(-0.25m));
    }

    [Fact]
    public void GrossMargin_NoRevenue_IsUndefined() =>
        Finance.GrossMargin(Money.Dkk(0), Money.Dkk(1)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "revenue");

    [Fact]
    public void GrossMargin_NegativeRevenue_IsOutOfDomain() =>
        Finance.GrossMargin(Money.Dkk(-1), Money.Dkk(1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "revenue");

    [Fact]
    public void GrossMargin_TwoCurrencies_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Finance.GrossMargin(Money.Gbp(5), Money.Sek(1)))
            .Should().Be("Cannot subtract GBP and SEK: convert one of them first, with ExchangeRate.");

    [Fact]
    public void GrowthRate_RealSeries_IsThePublishedRate()
    {
        // Reference pop-airpassengers, "yoy" (R 4.2.2): 1960 against 1959.
        Finance.GrowthRate(current: 5_714, previous: 5_140).ShouldRoundTo(0.111673151750973m, Unit.Ratio);

        // Reference ga-store-2017q1, "tx_mom": transactions of February against January, March against February.
        Finance.GrowthRate(current: 733, previous: 713).ShouldRoundTo(0.028050490883590m, Unit.Ratio);
        Finance.GrowthRate(current: 993, previous: 733).ShouldRoundTo(0.354706684856753m, Unit.Ratio);
    }

    [Fact]
    public void GrowthRate_FromNegative_IsAgainstTheAbsoluteValue()
    {
        // S5.1: from −10 to 5 is (5 + 10) / 10.
        Finance.GrowthRate(Money.Dkk(5), Money.Dkk(-10)).Should().Be(Quantity.Ratio(1.5m));
        Finance.GrowthRate(Money.Dkk(-15), Money.Dkk(-10)).Should().Be(Quantity.Ratio(-0.5m));
    }

    [Fact]
    public void GrowthRate_FromZero_IsUndefined() =>
        Finance.GrowthRate(5, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "previous");

    [Fact]
    public void GrowthRate_UnlikeUnits_ThrowsAndNamesBoth()
    {
        Messages.Of<UnitMismatchException>(() => Finance.GrowthRate(Money.Dkk(5), Money.Eur(1)))
            .Should().Be("Cannot subtract DKK and EUR: convert one of them first, with ExchangeRate.");
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
    public void CompoundGrowthRate_PublishedFigures_AreMet()
    {
        // Reference fin-rri-excel: RRI(96, 10000, 11000), Microsoft's documentation prints 0.0009933; gnumeric 1.12.55.
        var rri = Finance.CompoundGrowthRate(start: Money.Usd(10_000), end: Money.Usd(11_000), periods: 96);
        rri.Unit.Should().Be(Unit.Ratio);
        rri.Amount.Should().BeApproximately(0.0009933073762913949m, 1e-15m);

        // Reference pop-airpassengers (R 4.2.2): the years 1949 (1,520) to 1960 (5,714).
        Finance.CompoundGrowthRate(start: 1_520, end: 5_714, periods: 11).Amount.Should().BeApproximately(0.127928352240148m, 1e-15m);

        // The same, "cmgr": 112 in January 1949 to 432 in December 1960, 143 months.
        Finance.CompoundGrowthRate(start: 112, end: 432, periods: 143).Amount.Should().BeApproximately(0.00948474475409244m, 1e-15m);
    }

    [Fact]
    public void CompoundGrowthRate_ByHand_IsTheSteadyRate()
    {
        // 100 · 1.1² = 121; all lost is −100 %.
        Finance.CompoundGrowthRate(Money.Dkk(100), Money.Dkk(121), 2).ShouldRoundTo(0.1000000000000m, Unit.Ratio);
        Finance.CompoundGrowthRate(Money.Dkk(100), Money.Dkk(0), 3).Should().Be(Quantity.Ratio(-1m));
    }

    [Fact]
    public void CompoundGrowthRate_PartOfAPeriod_IsAllowed() =>
        // 1.21 in half a period: 1.21² − 1.
        Finance.CompoundGrowthRate(100, 121, Quantity.Count(0.5m)).ShouldRoundTo(0.4641000000000m, Unit.Ratio);

    [Fact]
    public void CompoundGrowthRate_ZeroBelowTheLine_IsUndefined()
    {
        Finance.CompoundGrowthRate(0, 5, 3).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "start");
        Finance.CompoundGrowthRate(5, 6, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "periods");
    }

    [Fact]
    public void CompoundGrowthRate_NegativeEnds_AreOutOfDomain()
    {
        Finance.CompoundGrowthRate(Money.Dkk(-1), Money.Dkk(5), 3).ShouldBeUndefined(UndefinedReason.OutOfDomain, "start");
        Finance.CompoundGrowthRate(Money.Dkk(1), Money.Dkk(-5), 3).ShouldBeUndefined(UndefinedReason.OutOfDomain, "end");
    }

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

    [Fact]
    public void CompoundGrowthRate_TwoCurrencies_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Finance.CompoundGrowthRate(Money.Dkk(5), Money.Eur(1), 2))
            .Should().Be("Cannot relate EUR and DKK: convert one of them first, with ExchangeRate.");
}

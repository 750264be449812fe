namespace GoalMetrics.Tests.Formulas;

public sealed partial class CommerceTests
{
    [Fact]
    public void WinRate_AllOrNone_IsAtTheEnds()
    {
        Commerce.WinRate(won: 4, lost: 0).Should().Be(Quantity.Ratio(1m));
        Commerce.WinRate(won: 0, lost: 4).Should().Be(Quantity.Ratio(0m));
    }

    [Fact]
    public void WinRate_DifferentNouns_AreAllDeals() =>
        Commerce.WinRate(Quantity.Count(27, "sale"), Quantity.Count(63, "loss")).Should().Be(Quantity.Ratio(0.3m));

    [Fact]
    public void WinRate_NothingDecided_IsUndefinedAndNamesBoth()
    {
        var rate = Commerce.WinRate(0, 0);
        rate.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "won, lost");
        rate.Unit.Should().Be(Unit.Ratio);
    }

    [Fact]
    public void CloseRate_NoOpportunities_IsUndefined() =>
        Commerce.CloseRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "opportunities");

    [Fact]
    public void AverageDealSize_ByHand_IsRevenueOverDeals()
    {
        // By hand: 1,900,000 / 8.
        Commerce.AverageDealSize(revenue: Money.Dkk(1_900_000), dealsWon: 8).Should().Be(Money.Dkk(237_500).Per("deal"));
        Commerce.AverageDealSize(Money.Dkk(30), Quantity.Count(4, "contract")).Should().Be(Money.Dkk(7.5m).Per("contract"));
    }

    [Fact]
    public void AverageDealSize_NoneWon_IsUndefinedInItsUnit()
    {
        var size = Commerce.AverageDealSize(Money.Dkk(5), 0);
        size.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "dealsWon");
        size.Unit.Should().Be(Unit.Money("DKK").Per("deal"));
    }

    [Fact]
    public void QuotaAttainment_NoQuota_IsUndefined() =>
        Commerce.QuotaAttainment(Money.Dkk(5), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "quota");

    [Fact]
    public void QuotaAttainment_NegativeQuota_IsOutOfDomain()
    {
        Commerce.QuotaAttainment(Money.Dkk(5), Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "quota");
        Commerce.QuotaAttainment(default, Money.Dkk(-1)).ShouldBeUndefined(UndefinedReason.NoData, "actual");
    }

    [Fact]
    public void QuotaAttainment_TwoCurrencies_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Commerce.QuotaAttainment(Money.Dkk(5), Money.Eur(1)))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void PipelineCoverage_NoTarget_IsUndefined() =>
        Commerce.PipelineCoverage(Money.Dkk(5), Money.Dkk(0)).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "target");

    [Fact]
    public void PipelineCoverage_NegativeSide_IsOutOfDomain()
    {
        Commerce.PipelineCoverage(Money.Dkk(-5), Money.Dkk(10)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "pipeline");
        Commerce.PipelineCoverage(Money.Dkk(5), Money.Dkk(-10)).ShouldBeUndefined(UndefinedReason.OutOfDomain, "target");
    }

    [Fact]
    public void PipelineCoverage_TwoCurrencies_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Commerce.PipelineCoverage(Money.Dkk(5), Money.Eur(1)))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");

    [Fact]
    public void SalesVelocity_ByHand_IsMoneyPerDay()
    {
        // By hand: 40 · 0.25 · 25,000 / 90, with 40 digits; 12 · 0.5 · 1,000 / 8 weeks.
        var velocity = Commerce.SalesVelocity(
            opportunities: 40, winRate: 0.25m, averageDealSize: Money.Gbp(25_000), cycleLength: Quantity.Duration(90, DurationUnit.Day));
        velocity.ShouldRoundTo(2777.77777777778m, Unit.Money("GBP").Over(Unit.Duration(DurationUnit.Day)));
        velocity.Unit!.ToString().Should().Be("GBP per day");
        Commerce.SalesVelocity(12, 0.5m, Money.Dkk(1_000), Quantity.Duration(8, DurationUnit.Week)).Should().Be(
            new Quantity(750m, Unit.Money("DKK").Over(Unit.Duration(DurationUnit.Week))));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("opportunity", null)]
    [InlineData(null, "deal")]
    [InlineData("deal", "deal")]
    [InlineData("opportunity", "deal")]
    [InlineData("opportunity", "opportunity")]
    public void SalesVelocity_WhateverIsCounted_IsMoneyPerDay(string? opportunity, string? perDeal)
    {
        // By hand: 30 · 0.2 · 500 / 20.
        var size = perDeal is null ? Money.Dkk(500) : Money.Dkk(500).Per(perDeal);
        Commerce.SalesVelocity(Quantity.Count(30, opportunity), 0.2m, size, Quantity.Duration(20, DurationUnit.Day)).Should().Be(
            new Quantity(150m, Unit.Money("DKK").Over(Unit.Duration(DurationUnit.Day))));
    }

    [Fact]
    public void SalesVelocity_FromTheOtherFormulas_IsMoneyPerDay() =>
        // By hand: 50 · 30 / 120 · 60,000 / 30 / 10.
        Commerce.SalesVelocity(
            50, Commerce.CloseRate(30, 120), Commerce.AverageDealSize(Money.Dkk(60_000), 30), Quantity.Duration(10, DurationUnit.Day))
            .Should().Be(new Quantity(2_500m, Unit.Money("DKK").Over(Unit.Duration(DurationUnit.Day))));

    [Fact]
    public void SalesVelocity_NoCycle_IsUndefinedInItsUnit()
    {
        var velocity = Commerce.SalesVelocity(40, 0.25m, Money.Dkk(100), Quantity.Duration(0, DurationUnit.Day));
        velocity.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "cycleLength");
        velocity.Unit!.ToString().Should().Be("DKK per day");
    }

    [Fact]
    public void SalesVelocity_UndefinedOpportunities_KnowsItsUnit()
    {
        var velocity = Commerce.SalesVelocity(default, 0.25m, Money.Dkk(100).Per("deal"), Quantity.Duration(9, DurationUnit.Day));
        velocity.ShouldBeUndefined(UndefinedReason.NoData, "opportunities");
        velocity.Unit!.ToString().Should().Be("DKK per day");
    }

    [Fact]
    public void SalesVelocity_OutsideItsRange_IsOutOfDomain()
    {
        var day = Quantity.Duration(1, DurationUnit.Day);
        Commerce.SalesVelocity(40, 1.01m, Money.Dkk(1), day).ShouldBeUndefined(UndefinedReason.OutOfDomain, "winRate");
        Commerce.SalesVelocity(40, -0.01m, Money.Dkk(-1), day).ShouldBeUndefined(UndefinedReason.OutOfDomain, "winRate");
        Commerce.SalesVelocity(40, 0.5m, Money.Dkk(-1), -day).ShouldBeUndefined(UndefinedReason.OutOfDomain, "averageDealSize");
        Commerce.SalesVelocity(40, 0.5m, Money.Dkk(1), -day).ShouldBeUndefined(UndefinedReason.OutOfDomain, "cycleLength");
        Commerce.SalesVelocity(default, 2m, Money.Dkk(-1), -day).ShouldBeUndefined(UndefinedReason.NoData, "opportunities");
        Commerce.SalesVelocity(40, default, Money.Dkk(-1), -day).ShouldBeUndefined(UndefinedReason.NoData, "winRate");
    }

    [Fact]
    public void SalesVelocity_OnItsBounds_IsDefined()
    {
        var day = Quantity.Duration(1, DurationUnit.Day);
        Commerce.SalesVelocity(4, 1m, Money.Dkk(3), day).Amount.Should().Be(12m);
        Commerce.SalesVelocity(4, 0m, Money.Dkk(3), day).Amount.Should().Be(0m);
        Commerce.SalesVelocity(0, 1m, Money.Dkk(0), day).Amount.Should().Be(0m);
    }
}

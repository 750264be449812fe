namespace GoalMetrics.Tests.Formulas;

// Two published projects. A: scribd.com 763817979, Earned Value Management: planned 40,000, earned 35,000, cost 45,000.
// B: theicpm.com, Combine Basic Metrics to Unleash the Power of Earned Value: planned 45, earned 50, cost 55.
public sealed partial class OperationsTests
{
    [Fact]
    public void ScheduleVariance_PublishedProjects_IsEarnedLessPlanned()
    {
        Operations.ScheduleVariance(earnedValue: Money.Usd(35_000), plannedValue: Money.Usd(40_000)).Should().Be(Money.Usd(-5_000));
        Operations.ScheduleVariance(earnedValue: Money.Usd(50), plannedValue: Money.Usd(45)).Should().Be(Money.Usd(5));
    }

    [Fact]
    public void CostVariance_PublishedProjects_IsEarnedLessCost()
    {
        Operations.CostVariance(earnedValue: Money.Usd(35_000), actualCost: Money.Usd(45_000)).Should().Be(Money.Usd(-10_000));
        Operations.CostVariance(earnedValue: Money.Usd(50), actualCost: Money.Usd(55)).Should().Be(Money.Usd(-5));
    }

    [Fact]
    public void CostPerformanceIndex_PublishedProject_IsEarnedOverCost() =>
        // Printed 0.78.
        Operations.CostPerformanceIndex(earnedValue: Money.Usd(35_000), actualCost: Money.Usd(45_000)).ShouldRoundTo(0.78m, Unit.Ratio);

    [Fact]
    public void SchedulePerformanceIndex_PublishedProjects_IsEarnedOverPlanned()
    {
        // Printed 0.875 and 1.11.
        Operations.SchedulePerformanceIndex(earnedValue: Money.Usd(35_000), plannedValue: Money.Usd(40_000))
            .Should().Be(Quantity.Ratio(0.875m));
        Operations.SchedulePerformanceIndex(earnedValue: Money.Usd(50), plannedValue: Money.Usd(45)).ShouldRoundTo(1.11m, Unit.Ratio);
    }

    [Theory]
    [InlineData("cost-performance-index", "actualCost")]
    [InlineData("schedule-performance-index", "plannedValue")]
    public void PerformanceIndex_OutsideItsDomain_IsUndefined(string id, string below)
    {
        var index = BuiltInFormula.Of(id).Direct;
        index([Money.Usd(5), Money.Usd(0)]).ShouldBeUndefined(UndefinedReason.ZeroDenominator, below);
        index([Money.Usd(5), Money.Usd(-1)]).ShouldBeUndefined(UndefinedReason.OutOfDomain, below);
        index([Money.Usd(-5), Money.Usd(-1)]).ShouldBeUndefined(UndefinedReason.OutOfDomain, "earnedValue");
        index([default, Money.Usd(-1)]).ShouldBeUndefined(UndefinedReason.NoData, "earnedValue");
        index([default, default]).Unit.Should().Be(Unit.Ratio);
        Messages.Of<UnitMismatchException>(() => index([Money.Dkk(5), Money.Eur(1)]))
            .Should().Be("Cannot relate DKK and EUR: convert one of them first, with ExchangeRate.");
    }

    [Theory]
    [InlineData("cost-variance")]
    [InlineData("schedule-variance")]
    public void Variance_TwoCurrencies_ThrowsAndNamesBoth(string id)
    {
        var variance = BuiltInFormula.Of(id).Direct;
        variance([Money.Usd(5), Money.Usd(0)]).Should().Be(Money.Usd(5));
        variance([Money.Usd(5), default]).Unit.Should().Be(Unit.Money("USD"));
        Messages.Of<UnitMismatchException>(() => variance([Money.Dkk(5), Money.Eur(1)]))
            .Should().Be("Cannot subtract DKK and EUR: convert one of them first, with ExchangeRate.");
    }
}

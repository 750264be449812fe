namespace GoalMetrics.Tests.Formulas.Families;

// Two published projects. A: scribd.com 763817979, Earned Value Management: planned 40,000, earned 35,000, cost 45,000.
// B: theicpm.com, Combine Basic Metrics to Unleash the Power of Earned Value: planned 45, earned 50, cost 55.
public sealed partial class OperationsTests
{
    [Fact]
    public void ScheduleVariance_PublishedProject_IsEarnedLessPlanned()
    {
        Operations.ScheduleVariance(earnedValue: Money.Usd(50), plannedValue: Money.Usd(45)).Should().Be(Money.Usd(5));
    }

    [Fact]
    public void CostVariance_PublishedProject_IsEarnedLessCost()
    {
        Operations.CostVariance(earnedValue: Money.Usd(50), actualCost: Money.Usd(55)).Should().Be(Money.Usd(-5));
    }

    [Fact]
    public void CostPerformanceIndex_PublishedProject_IsEarnedOverCost() =>
        // Printed 0.78.
        Operations.CostPerformanceIndex(earnedValue: Money.Usd(35_000), actualCost: Money.Usd(45_000)).ShouldRoundTo(0.78m, Unit.Ratio);

    [Fact]
    public void SchedulePerformanceIndex_PublishedProject_IsEarnedOverPlanned()
    {
        // Printed 0.875.
        Operations.SchedulePerformanceIndex(earnedValue: Money.Usd(35_000), plannedValue: Money.Usd(40_000))
            .Should().Be(Quantity.Ratio(0.875m));
    }
}

using System.Diagnostics.Metrics;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Instruments;

public sealed class StrategyWithoutGoalsTests
{
    [Fact]
    public void Publish_StrategyWithoutGoals_MakesNoInstrumentsOfGoals()
    {
        using var meter = new Meter("Strategy");
        var table = Orders(new(2027, 1, 1), new(2027, 2, 1), (new(2027, 1, 1), 10m));
        var strategy = new Strategy { Kpis = [Kpi.Of("orders-kpi", Sum(table))] };

        StrategyInstruments.Publish(meter, strategy, new InMemorySource(Utc, table), new FakeTime(Utc2027(1, 11)));

        Collected.InstrumentsOf(meter).Should().NotBeEmpty().And.NotContain(line => line.Contains("goalmetrics.goal."));
    }
}

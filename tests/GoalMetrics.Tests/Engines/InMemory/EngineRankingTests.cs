using Ask = GoalMetrics.Sources.Aggregate;

namespace GoalMetrics.Tests.Engines.InMemory;

// The largest groups only.
public class EngineRankingTests
{
    [Fact]
    public void AggregateAsync_Ties_AreTakenByMembersInOrdinalOrder()
    {
        var table = EngineTable.Of(
            new(0, "b", null, 5m), new(0, "B", null, 5m), new(0, "a", null, 5m), new(0, null, null, 5m), new(0, "10", null, 5m),
            new(0, "9", null, 5m));

        Top(table, 4).Should().Equal("0 10: 5", "0 9: 5", "0 B: 5", "0 a: 5");
        Top(table, 9).Should().Equal("0 10: 5", "0 9: 5", "0 B: 5", "0 a: 5", "0 b: 5", "0 null: 5");
    }

    [Fact]
    public void AggregateAsync_UndefinedValues_ComeLast()
    {
        var table = EngineTable.Of(new(0, "a", null, null), new(0, "b", null, -5m), new(0, "c", null, 7m));

        Top(table, 2, new Ask.Maximum("v")).Should().Equal("0 c: 7", "0 b: -5");
        Top(table, 3, new Ask.Maximum("v")).Should().Equal("0 c: 7", "0 b: -5", "0 a: undefined: NoData");
    }

    [Fact] // Two of the largest decimals are more than one and a half.
    public void AggregateAsync_ValuesBeyondDecimal_AreCompared()
    {
        var table = EngineTable.Of(
            new(0, "a", null, decimal.MaxValue),
            new(0, "a", null, decimal.MaxValue / 2),
            new(0, "b", null, decimal.MaxValue),
            new(0, "b", null, decimal.MaxValue),
            new(0, "c", null, decimal.MaxValue));

        Top(table, 3).Should().Equal("0 b: beyond a decimal", "0 a: beyond a decimal", "0 c: 79228162514264337593543950335");
    }

    [Fact]
    public void AggregateAsync_SeveralWindowsAndGroupings_RanksEach()
    {
        var table = EngineTable.Of(new(0, "a", "x", 1m), new(0, "b", "x", 2m), new(1, "a", "x", 5m), new(1, "c", "y", 3m));
        var days = EngineTable.Days((0, 1), (0, 2), (1, 2));
        var answer = table.Answer(new(table, [new Ask.Count(), new Ask.Sum("v")], days, EngineTable.AsOf)
        {
            Groupings = [["a"], ["b"], []],
            Ranking = new(by: 1, count: 1),
        });

        answer.Groupings[0].Lines().Should().Equal("0 b: 1 2", "1 a: 2 6", "2 a: 1 5");
        answer.Groupings[1].Lines().Should().Equal("0 x: 2 3", "1 x: 3 8", "2 x: 1 5");
        answer.Groupings[2].Lines().Should().Equal("0 : 2 3", "1 : 4 11", "2 : 2 8");
    }

    private static string[] Top(FactTable table, int count, Ask? by = null) => table
        .Answer(new(table, [by ?? new Ask.Sum("v")], EngineTable.Days((0, 1)), EngineTable.AsOf)
        {
            Groupings = [["a"]],
            Ranking = new(0, count),
        })
        .Groupings[0].Lines();
}

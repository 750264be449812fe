using GoalMetrics.Sources;
using NodaTime;
using Ask = GoalMetrics.Sources.Aggregate;

namespace GoalMetrics.Tests.Engines.InMemory;

// What the engine in memory answers through the seam.
public class EngineAnswerTests
{
    private static readonly FactTable Sales = EngineTable.Of(
        new(0, "DK", "web", 1m),
        new(0, "DK", "shop", 2m),
        new(0, "SE", "web", 4m),
        new(1, "SE", null, 8m),
        new(2, "DK", "web", null));

    [Fact]
    public void AggregateAsync_SeveralGroupings_AnswersEach()
    {
        var request = Sales.Asking(EngineTable.Days((0, 2), (2, 3)), new Ask.Count(), new Ask.Sum("v"));
        var answer = Sales.Answer(
            new(request.Table, request.Aggregates, request.Time, request.AsOf) { Groupings = [[], ["a"], ["b", "a"]] });

        answer.Groupings[0].Lines().Should().BeEquivalentTo("0 : 4 15", "1 : 1 0");
        answer.Groupings[1].Lines().Should().BeEquivalentTo("0 DK: 2 3", "0 SE: 2 12", "1 DK: 1 0");
        answer.Groupings[2].Lines()
            .Should().BeEquivalentTo("0 web,DK: 1 1", "0 shop,DK: 1 2", "0 web,SE: 1 4", "0 null,SE: 1 8", "1 web,DK: 1 0");
    }

    [Fact]
    public void AggregateAsync_FiltersOfAggregates_KeepTheGroupsOfAllFacts()
    {
        var request = Sales.Asking(EngineTable.Days((0, 3)), new Ask.Count { Filter = Filter.Equal("b", "shop") }, new Ask.Average("v"));
        var answer = Sales.Answer(
            new(request.Table, request.Aggregates, request.Time, request.AsOf) { Groupings = [["a"]], Filter = !Filter.NoValue("v") });

        answer.Groupings[0].Lines().Should().BeEquivalentTo("0 DK: 1 1.5", "0 SE: 0 6");
    }

    [Fact] // Of 1, 2, 4 and 8, p = 0.5 stands at place 1.5; the nearest rank is the second.
    public void AggregateAsync_OrderStatistics_AreTheValuesAroundAShare()
    {
        var time = EngineTable.Days((0, 3));
        var answer = Sales.Answer(Sales.Asking(
            time,
            new Ask.OrderStatistic("v", 0.5m, OrderRank.Below),
            new Ask.OrderStatistic("v", 0.5m, OrderRank.Above),
            new Ask.OrderStatistic("v", 0.5m, OrderRank.Nearest),
            new Ask.OrderStatistic("v", 1m, OrderRank.Above),
            new Ask.OrderStatistic("v", 0.3m, OrderRank.Below)));

        answer.Groupings[0].Lines().Should().Equal("0 : 2 4 2 8 1");
    }

    [Fact] // Of 1, 2, 4 and 8, p = 0.5 stands at place 2.5 of 4; before the first and behind the last they are the first and the last.
    public void AggregateAsync_ExclusiveOrderStatistics_AreTheValuesAroundAShare()
    {
        var answer = Sales.Answer(Sales.Asking(
            EngineTable.Days((0, 3)),
            [
                .. ((decimal[])[0m, 0.5m, 0.8m, 1m]).SelectMany(share => (Ask[])
                [
                    new Ask.OrderStatistic("v", share, OrderRank.BelowExclusive),
                    new Ask.OrderStatistic("v", share, OrderRank.AboveExclusive),
                ]),
            ]));

        answer.Groupings[0].Lines().Should().Equal("0 : 1 2 2 4 8 8 8 8");
    }

    [Fact]
    public void AggregateAsync_NoValues_IsUndefinedOrZero()
    {
        var answer = Sales.Answer(Sales.Asking(
            EngineTable.Days((2, 3)),
            new Ask.Sum("v"),
            new Ask.Average("v"),
            new Ask.Minimum("v"),
            new Ask.OrderStatistic("v", 0.5m, OrderRank.Above),
            new Ask.Balance("v", BalanceValue.Last, "a"),
            new Ask.CountDistinct("a")));

        answer.Groupings[0].Lines().Should().Equal("0 : 0 undefined: NoData undefined: NoData undefined: NoData undefined: NoData 1");
    }

    [Fact] // 2 · (2⁹⁶ − 1) = 158456325028528675187087900670
    public void AggregateAsync_SumBeyondDecimal_IsExact()
    {
        var table = EngineTable.Of(new(0, "DK", null, decimal.MaxValue), new(1, "DK", null, decimal.MaxValue), new(1, "DK", null, 0.25m));
        var value = table.Answer(table.Asking(EngineTable.Days((0, 2)), new Ask.Sum("v"))).Groupings[0].ValuesOf(0)[0];

        value.IsDefined.Should().BeTrue();
        value.Amount.Should().BeNull();
        value.TryGetExact(out var digits, out var scale).Should().BeTrue();
        digits.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be("15845632502852867518708790067025");
        scale.Should().Be(2);
    }

    [Fact] // The standard error of a count of 2,000 by 16,384 registers is 0.8125 % of it.
    public void AggregateAsync_ApproximateAggregates_StateTheirError()
    {
        var few = EngineTable.Of([.. Enumerable.Range(0, 1000).Select(i => new EngineFact(0, $"m{i}", null, 100m))]);
        var many = EngineTable.Of([.. Enumerable.Range(0, 2000).Select(i => new EngineFact(0, $"m{i}", null, -100m))]);
        var (count, percentile) = (new Ask.ApproximateCountDistinct("a"), new Ask.ApproximatePercentile("v", 0.5m));

        var exact = few.Answer(few.Asking(EngineTable.Days((0, 1)), count)).Groupings[0].ValuesOf(0)[0];
        var answer = many.Answer(many.Asking(EngineTable.Days((0, 1)), count, percentile)).Groupings[0];

        exact.Should().Be(AggregateValue.Of(1000m));
        var about = answer.ValuesOf(0)[0];
        about.Error.Should().Be(about.Amount!.Value * 0.008125m);
        about.Amount.Should().BeInRange(1950m, 2050m);
        answer.ValuesOf(0)[1].Should().Be(AggregateValue.Approximate(-100m, 0.390625m));
    }

    [Fact] // An instant within one of 100 ns begins with the next.
    public void AggregateAsync_CutsWithinATick_LeaveTheWindowEmpty()
    {
        var time = Instant.FromUtc(2025, 1, 1, 0, 0);
        var table = FactTable.From("t", [time]).At(instant => (Instant?)instant).Build();
        var cuts = TimeCuts.OfInstants(
            [time - Duration.FromNanoseconds(50), time - Duration.FromNanoseconds(20), time + Duration.FromNanoseconds(20)],
            [new(0, 1), new(0, 2)]);

        table.Answer(table.Asking(cuts, new Ask.Count())).Groupings[0].Lines().Should().Equal("1 : 1");
    }

    [Fact]
    public void Capabilities_InMemory_HasAll()
    {
        var capabilities = new InMemorySource(ReportingCalendar.Utc, Sales).Capabilities;

        capabilities.Aggregates.Should().BeEquivalentTo(Enum.GetValues<AggregateKind>());
        (capabilities.RanksMembers, capabilities.MembersAreCheap, capabilities.ReadsFacts).Should().Be((true, true, true));
    }
}

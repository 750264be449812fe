using GoalMetrics.Sources;
using Ask = GoalMetrics.Sources.Aggregate;

namespace GoalMetrics.Tests.Engines.InMemory;

// Windows that overlap, beside a loop over the facts of each.
public class EngineWindowsTests
{
    private static readonly Ask[] Aggregates =
    [
        new Ask.Count(),
        new Ask.Count { Filter = Filter.Equal("b", "x") },
        new Ask.CountDistinct("a"),
        new Ask.CountDistinct("a") { Filter = Filter.Compare("v", Comparison.Greater, 0m) },
        new Ask.Sum("v"),
        new Ask.Average("v"),
        new Ask.Minimum("v"),
        new Ask.Maximum("v"),
        new Ask.OrderStatistic("v", 0.5m, OrderRank.Below),
        new Ask.OrderStatistic("v", 0.5m, OrderRank.Above),
        new Ask.First("v"),
        new Ask.Last("v"),
        new Ask.Balance("v", BalanceValue.Last, "a"),
    ];

    public static TheoryData<string, (int Start, int End)[]> Windows => new()
    {
        { "rolling", [.. Enumerable.Range(0, 50).Select(day => (Math.Max(0, day - 6), day + 1))] },
        { "cumulative", [.. Enumerable.Range(1, 50).Select(day => (0, day))] },
        { "nested", [(0, 60), (5, 50), (10, 40), (10, 12), (20, 30), (39, 41), (45, 60)] },
        { "apart", [(3, 7), (10, 11), (30, 40)] },
        {
            "all",
            [.. Enumerable.Range(0, 12).SelectMany(start => Enumerable.Range(start + 1, 12 - start).Select(end => (5 * start, 5 * end)))]
        },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void AggregateAsync_AnyWindows_AgreesWithALoop(string name, (int Start, int End)[] windows)
    {
        var random = new Random(20251128);
        EngineFact[] facts =
        [
            .. Enumerable.Range(0, 400).Select(_ => new EngineFact(
                random.Next(60),
                random.Next(6) == 0 ? null : $"m{random.Next(40)}",
                random.Next(2) == 0 ? "x" : "y",
                random.Next(8) == 0 ? null : random.Next(-500, 1000) / 100m)),
        ];
        var table = EngineTable.Of(facts);
        string[][] groupings = [[], ["b"], ["a", "b"]];
        var request = table.Asking(EngineTable.Days(windows), Aggregates);
        var answer = table.Answer(new(table, Aggregates, request.Time, request.AsOf) { Groupings = groupings });

        for (var i = 0; i < groupings.Length; i++)
        {
            answer.Groupings[i].Lines()
                .Should().BeEquivalentTo(Loop(facts, [.. windows.Order()], groupings[i]), "{0} by {1}", name, groupings[i].Length);
        }
    }

    private static IEnumerable<string> Loop(EngineFact[] facts, (int Start, int End)[] windows, string[] grouping)
    {
        for (var window = 0; window < windows.Length; window++)
        {
            var inWindow = facts.Where(fact => fact.Day >= windows[window].Start && fact.Day < windows[window].End).ToArray();
            foreach (var group in inWindow.GroupBy(fact => string.Join(",", grouping.Select(dimension => Member(fact, dimension)))))
            {
                yield return FormattableString.Invariant($"{window} {group.Key}: {string.Join(" ", Values([.. group], inWindow))}");
            }
        }
    }

    private static string Member(EngineFact fact, string dimension) => (dimension == "a" ? fact.A : fact.B) ?? "null";

    private static IEnumerable<string> Values(EngineFact[] facts, EngineFact[] window)
    {
        var known = facts.Where(fact => fact.V is not null).OrderBy(fact => fact.Day).ToArray();
        decimal[] sorted = [.. known.Select(fact => fact.V!.Value).Order()];
        yield return Text(facts.Length);
        yield return Text(facts.Count(fact => fact.B == "x"));
        yield return Text(facts.Select(fact => fact.A).OfType<string>().Distinct().Count());
        yield return Text(facts.Where(fact => fact.V > 0m).Select(fact => fact.A).OfType<string>().Distinct().Count());
        yield return Text(sorted.Sum());
        if (sorted.Length == 0)
        {
            foreach (var none in Enumerable.Repeat("undefined: NoData", 8))
            {
                yield return none;
            }

            yield break;
        }

        yield return Text(sorted.Sum() / sorted.Length);
        yield return Text(sorted[0]);
        yield return Text(sorted[^1]);
        yield return Text(sorted[(sorted.Length - 1) / 2]);
        yield return Text(sorted[Math.Min(((sorted.Length - 1) / 2) + 1, sorted.Length - 1)]);
        yield return Text(known[0].V!.Value);
        yield return Text(known[^1].V!.Value);
        yield return Text(window.Where(fact => fact.V is not null).OrderBy(fact => fact.Day).GroupBy(fact => fact.A)
            .Where(holder => facts.Contains(holder.Last(), ReferenceEqualityComparer.Instance))
            .Sum(holder => holder.Last().V!.Value));
    }

    private static string Text(decimal value) => FormattableString.Invariant($"{value / 1.0000000000000000000000000000m}");
}

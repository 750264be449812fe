using System.Numerics;
using EngineTests.Contract.Reference;

namespace EngineTests.Contract;

// Whether an answer is the one that was expected: the same groups, and the same values in each.
internal static class AnswerComparison
{
    // Of an estimate whose error is one standard error wide, this many are as good as never exceeded.
    private const decimal StandardErrors = 6m;

    // An estimate that says it may be off by more than this share says nothing.
    private const decimal MostError = 0.05m;

    public static void Check(AggregateRequest request, AggregateAnswer expected, AggregateAnswer found)
    {
        found.Groupings.Should().HaveSameCount(request.Groupings);
        for (var i = 0; i < request.Groupings.Count; i++)
        {
            var context = $"by [{string.Join(", ", request.Groupings[i])}] of\n{Described.Request(request)}";
            var (wanted, had) = (Groups(expected.Groupings[i], context), Groups(found.Groupings[i], context));
            Assert.True(wanted.Keys.ToHashSet().SetEquals(had.Keys), $"Expected groups {Names(wanted)}; found {Names(had)} {context}");
            foreach (var (group, values) in wanted)
            {
                for (var aggregate = 0; aggregate < values.Length; aggregate++)
                {
                    var (right, answered) = (values[aggregate], had[group][aggregate]);
                    Assert.True(
                        IsRight(request.Aggregates[aggregate], right, answered),
                        $"Expected {Text(right)}; found {Text(answered)} for aggregate {aggregate} in group {group} {context}");
                }
            }
        }
    }

    private static Dictionary<string, AggregateValue[]> Groups(AggregateRows rows, string context)
    {
        Dictionary<string, AggregateValue[]> groups = [];
        for (var row = 0; row < rows.Count; row++)
        {
            var members = rows.MembersOf(row).ToArray().Select(member => member is null ? "null" : $"'{member}'");
            var name = $"{rows.WindowOf(row)}: {string.Join(", ", members)}";
            Assert.True(groups.TryAdd(name, rows.ValuesOf(row).ToArray()), $"Group {name} comes twice {context}");
        }

        return groups;
    }

    private static string Names(Dictionary<string, AggregateValue[]> groups) =>
        $"({string.Join("; ", groups.Keys.Order(StringComparer.Ordinal))})";

    private static string Text(AggregateValue value) =>
        value.TryGetExact(out var unscaled, out var scale) ? $"{value} ({unscaled} / 10^{scale}, within {value.Error})" : $"{value}";

    private static bool IsRight(Aggregate aggregate, AggregateValue right, AggregateValue found)
    {
        if (right.Reason != found.Reason)
        {
            return false;
        }

        if (found.Error == 0m)
        {
            return ExactNumber.Of(right) == ExactNumber.Of(found);
        }

        // Only what is asked for as an approximation may be one.
        var off = BigInteger.Abs(ExactNumber.Of(right) - ExactNumber.Of(found));
        return aggregate.Kind switch
        {
            AggregateKind.ApproximateCountDistinct => off <= ExactNumber.Of(StandardErrors * found.Error) && IsSensible(found),
            AggregateKind.ApproximatePercentile => off <= ExactNumber.Of(found.Error) && IsSensible(found),
            _ => false,
        };
    }

    private static bool IsSensible(AggregateValue found) =>
        found.Error <= (MostError * Math.Abs(found.Amount ?? 0m)) + 0.0000000000000000000001m;
}

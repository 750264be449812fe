using GoalMetrics.Sources;

namespace GoalMetrics.Tests.Engines.InMemory;

// What every aggregate means, row by row and without a thought for speed.
internal static class SlowEngine
{
    // Of rows that are in the group and pass the filter of the query. An entity is where the latest of all rows in the window is.
    public static Quantity Evaluate(
        Metric metric, IReadOnlyCollection<SlowRow> rows, IReadOnlyCollection<SlowRow> window, bool isCovered)
    {
        var passing = rows.Where(row => Holds(metric.Filter, row)).ToList();
        var values = passing.Where(row => row.V is not null).Select(row => row.V!.Value).Order().ToList();
        var inOrder = passing.Where(row => row.V is not null).OrderBy(row => row.Time).ToList();
        var missing = Quantity.Undefined(UndefinedReason.NoData, metric.Id, metric.Unit);
        var aggregate = metric.Aggregates[0];
        return aggregate switch
        {
            Aggregate.Count or Aggregate.CountDistinct or Aggregate.Sum when !isCovered => missing,
            Aggregate.Count => Of(passing.Count),
            Aggregate.CountDistinct => Of(passing.Select(row => row.A).OfType<string>().ToHashSet().Count),
            Aggregate.Sum when passing.Count == 0 => Of(0m),
            _ when values.Count == 0 => missing,
            Aggregate.Sum => Of(values.Sum()),
            Aggregate.Average => Of(values.Sum() / values.Count),
            Aggregate.Minimum => Of(values[0]),
            Aggregate.Maximum => Of(values[^1]),
            Aggregate.First => Of(inOrder[0].V!.Value),
            Aggregate.Last => Of(inOrder.Last(row => row.Time == inOrder[^1].Time).V!.Value),
            Aggregate.Balance balance => Of(
                window.Where(row => row.V is not null)
                    .OrderBy(row => row.Time)
                    .GroupBy(row => Holder(row, balance.Entity))
                    .Where(holder => passing.Contains(Edge([.. holder], balance.Value), ReferenceEqualityComparer.Instance))
                    .Sum(holder => OfHolder([.. holder], balance.Value))),
            Aggregate.OrderStatistic { Rank: OrderRank.Nearest } nearest =>
                Of(values.First(value => values.Count(other => other <= value) >= nearest.Share * values.Count)),
            Aggregate.OrderStatistic { Rank: OrderRank.BelowExclusive } sorted => Exclusive(values, sorted.Share * (values.Count + 1)),
            Aggregate.OrderStatistic percentile => Of(Interpolated(values, percentile.Share * (values.Count - 1))),
            _ => throw new NotSupportedException(),
        };

        static (string?, string?) Holder(SlowRow row, string? entity) => (entity == "b" ? null : row.A, row.B);

        Quantity Exclusive(List<decimal> values, decimal place) => place >= 1m && place <= values.Count
            ? Of(Interpolated(values, place - 1m))
            : Quantity.Undefined(UndefinedReason.InsufficientData, metric.Id, metric.Unit);

        Quantity Of(decimal amount) => new(amount, metric.Unit!);
    }

    private static SlowRow Edge(List<SlowRow> rows, BalanceValue value) => value == BalanceValue.First ? rows[0] : rows[^1];

    private static decimal OfHolder(List<SlowRow> rows, BalanceValue value) => value switch
    {
        BalanceValue.First => rows[0].V!.Value,
        BalanceValue.Last => rows[^1].V!.Value,
        _ => rows.Sum(row => row.V!.Value) / rows.Count,
    };

    public static bool Holds(Filter? filter, SlowRow row) => filter switch
    {
        null => true,
        Filter.MemberIn member => member.Members.Contains(member.Dimension == "a" ? row.A : row.B),
        Filter.ValueCompare { Comparison: Comparison.Equal } value => row.V == value.Value,
        Filter.ValueCompare { Comparison: Comparison.Less } value => row.V < value.Value,
        Filter.ValueCompare { Comparison: Comparison.LessOrEqual } value => row.V <= value.Value,
        Filter.ValueCompare { Comparison: Comparison.Greater } value => row.V > value.Value,
        Filter.ValueCompare value => row.V >= value.Value,
        Filter.Both both => Holds(both.Left, row) && Holds(both.Right, row),
        Filter.Either either => Holds(either.Left, row) || Holds(either.Right, row),
        Filter.Negation not => !Holds(not.Filter, row),
        _ => throw new NotSupportedException(),
    };

    private static decimal Interpolated(List<decimal> values, decimal position)
    {
        var below = values[(int)position];
        var above = values[Math.Min((int)position + 1, values.Count - 1)];
        return below + ((above - below) * (position % 1m));
    }
}

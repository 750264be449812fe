namespace GoalMetrics.Tests.Sources;

// What every aggregate means, row by row and without a thought for speed.
internal static class SlowEngine
{
    public static Quantity Evaluate(Metric metric, IReadOnlyCollection<SlowRow> rows, bool isCovered)
    {
        var aggregate = metric.Aggregate;
        var passing = rows.Where(row => Holds(aggregate.Filter, row)).ToList();
        var values = passing.Where(row => row.V is not null).Select(row => row.V!.Value).Order().ToList();
        var inOrder = passing.Where(row => row.V is not null).OrderBy(row => row.Time).ToList();
        var missing = Quantity.Undefined(UndefinedReason.NoData, metric.Id, metric.Unit);
        return aggregate.Aggregation switch
        {
            Aggregation.Count or Aggregation.CountDistinct or Aggregation.Sum when !isCovered => missing,
            Aggregation.Count => Of(passing.Count),
            Aggregation.CountDistinct => Of(passing.Select(row => row.A).OfType<string>().ToHashSet().Count),
            Aggregation.Sum => Of(values.Sum()),
            _ when values.Count == 0 => missing,
            Aggregation.Average => Of(values.Sum() / values.Count),
            Aggregation.Min => Of(values[0]),
            Aggregation.Max => Of(values[^1]),
            Aggregation.First => Of(inOrder[0].V!.Value),
            Aggregation.Last => Of(inOrder.Last(row => row.Time == inOrder[^1].Time).V!.Value),
            Aggregation.Balance => Of(inOrder.GroupBy(Holder).Sum(holder => holder.Last().V!.Value)),
            Aggregation.OpeningBalance => Of(inOrder.GroupBy(Holder).Sum(holder => holder.First().V!.Value)),
            Aggregation.AverageBalance => Of(inOrder.GroupBy(Holder).Sum(holder => holder.Sum(row => row.V!.Value) / holder.Count())),
            Aggregation.Percentile => Of(Interpolated(values, aggregate.Percentile * (values.Count - 1))),
            Aggregation.PercentileNearestRank => Of(values.First(value => values.Count(other => other <= value) >= aggregate.Percentile * values.Count)),
            _ => throw new NotSupportedException(),
        };

        (string?, string?) Holder(SlowRow row) => (aggregate.Entity == "b" ? null : row.A, row.B);

        Quantity Of(decimal amount) => new(amount, metric.Unit!);
    }

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

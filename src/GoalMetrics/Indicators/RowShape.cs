namespace GoalMetrics;

// Which rows of a period a query keeps, and in which order. Each measure that decides is evaluated once a row.
internal sealed class RowShape(Query query)
{
    private readonly (Measure Measure, Comparison Comparison, Quantity Value)[] _conditions =
        [.. query.Conditions.Select(condition => (query.Measures.First(measure => measure.Id == condition.Measure.Id), condition.Comparison, condition.Value))];

    public MetricRow[] Of(IEnumerable<MetricRow> rows, CancellationToken cancellationToken)
    {
        var kept = new List<MetricRow>();
        var count = 0;
        foreach (var row in rows)
        {
            cancellationToken.CheckAt(count++);
            if (Array.TrueForAll(_conditions, condition => Holds(row.Value(condition.Measure), condition.Comparison, condition.Value)))
            {
                kept.Add(row);
            }
        }

        return query.Order is var (measure, order) ? Ordered(kept, measure, order, cancellationToken) : [.. kept];
    }

    // Equal values stay in the order of their members. The rest is no member, and comes last.
    private static MetricRow[] Ordered(List<MetricRow> rows, Measure measure, SortOrder order, CancellationToken cancellationToken)
    {
        var ranked = new Ranked[rows.Count];
        for (var i = 0; i < ranked.Length; i++)
        {
            cancellationToken.CheckAt(i);
            ranked[i] = new(i, rows[i].IsRest, rows[i].Value(measure).AmountOrNull);
        }

        var sign = order == SortOrder.Ascending ? 1 : -1;
        CancellableWork.Sort(ranked, (left, right) => Compare(left, right, sign), cancellationToken);
        return Array.ConvertAll(ranked, place => rows[place.Place]);
    }

    private static int Compare(Ranked left, Ranked right, int sign) =>
        left.IsRest != right.IsRest ? left.IsRest.CompareTo(right.IsRest)
        : left.Value is { } one && right.Value is { } other
            ? one.CompareTo(other) is not 0 and var difference ? sign * difference : left.Place.CompareTo(right.Place)
        : left.Value.HasValue != right.Value.HasValue ? right.Value.HasValue.CompareTo(left.Value.HasValue)
        : left.Place.CompareTo(right.Place);

    private static bool Holds(Quantity found, Comparison comparison, Quantity value) => found.IsDefined && comparison switch
    {
        Comparison.Equal => found.CompareTo(value) == 0,
        Comparison.Less => found < value,
        Comparison.LessOrEqual => found <= value,
        Comparison.Greater => found > value,
        _ => found >= value,
    };

    private readonly record struct Ranked(int Place, bool IsRest, decimal? Value);
}

namespace GoalMetrics;

// Which rows of a period a query keeps, and in which order.
internal sealed class RowSelection(Query query, CancellationToken cancellationToken)
{
    private readonly RowCondition[] _conditions = [.. query.Conditions.Select(condition => new RowCondition(query, condition))];
    private readonly int[][] _withFacts = [.. query.FactConditions.Select(any => any.Select(query.IndexOf).ToArray())];
    private readonly int _ordering = query.Order is { } order ? query.IndexOf(order.Measure) : -1;

    // Those of the rows of a period that are kept, in their order.
    public IEnumerable<MetricRow> Kept(MetricRow[] ofPeriod)
    {
        var kept = ofPeriod.Where(Holds);
        if (query.Order is { } order)
        {
            return Ordered(kept, order.Order);
        }

        return kept;
    }

    private bool Holds(MetricRow row)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Array.TrueForAll(_conditions, condition => condition.Holds(row))
            && Array.TrueForAll(_withFacts, any => Array.Exists(any, row.HasFactsOf));
    }

    // Rows without a value come last, and equal values stay in member order. The rest is not a member, and comes after all of them.
    private IEnumerable<MetricRow> Ordered(IEnumerable<MetricRow> rows, SortOrder order)
    {
        var ranked = rows.OrderBy(row => row.IsRest).ThenBy(row => AmountOf(row) is null);
        if (order == SortOrder.Ascending)
        {
            return ranked.ThenBy(AmountOf);
        }

        return ranked.ThenByDescending(AmountOf);
    }

    private decimal? AmountOf(MetricRow row)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return row.Value(_ordering).AmountOrNull;
    }

    // A condition with the index of its measure.
    private sealed class RowCondition(Query query, QueryCondition condition)
    {
        private readonly int _measure = query.IndexOf(condition.Measure);

        public bool Holds(MetricRow row)
        {
            var found = row.Value(_measure);
            return found.IsDefined && condition.Comparison switch
            {
                Comparison.Equal => found.CompareTo(condition.Value) == 0,
                Comparison.Less => found < condition.Value,
                Comparison.LessOrEqual => found <= condition.Value,
                Comparison.Greater => found > condition.Value,
                _ => found >= condition.Value,
            };
        }
    }
}

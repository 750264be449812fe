using GoalMetrics.Sources;

namespace GoalMetrics;

// How many facts a value rests on.
public sealed partial class Metric
{
    // For a mean or a percentile: the facts that count, and those of them without a value. Every source that answers the metric has both,
    // since the quality of the data is read from them. Null for all else.
    internal (Metric Facts, Metric Unknown)? ObservationCounts
    {
        get
        {
            if (Main.Kind is not (AggregateKind.Average or AggregateKind.SumOfProducts or AggregateKind.OrderStatistic
                    or AggregateKind.ApproximatePercentile)
                || NullFilter is not { } isNull)
            {
                return null;
            }

            return (Counting(Filter), Counting(FilterExtensions.And(Filter, isNull)));
        }
    }

    private Metric Counting(Filter? filter) =>
        new(Id, Table, null, Unit.Count(), Additivity.Additive, new Aggregate.Count { Filter = filter });
}

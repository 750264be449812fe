using GoalMetrics.Sources;

namespace GoalMetrics;

// What the accumulators of one column share: only rows with a value come in.
internal abstract class ValueAccumulator(ValueColumn column, RowFilter? filter) : Accumulator(filter)
{
    protected ValueColumn Column { get; } = column;

    protected static AggregateValue NoData { get; } = AggregateValue.Undefined(UndefinedReason.NoData);

    protected static AggregateValue Of(decimal amount) => ShortestDecimal.Of(amount);

    protected static AggregateValue OrOverflow(decimal? amount)
    {
        if (amount is { } fits)
        {
            return Of(fits);
        }

        return AggregateValue.Undefined(UndefinedReason.Overflow);
    }
}

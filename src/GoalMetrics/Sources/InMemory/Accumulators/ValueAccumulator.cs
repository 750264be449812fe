namespace GoalMetrics;

// What the accumulators of one column share: only rows with a value come in, and results are in the column's unit.
internal abstract class ValueAccumulator(ValueColumn column, RowFilter? filter) : Accumulator(filter)
{
    protected ValueColumn Column { get; } = column;

    protected Quantity NoData => Undefined(UndefinedReason.NoData);

    protected Quantity Of(decimal amount) => new(ExactDecimal.Shortest(amount), Column.Definition.Unit);

    protected Quantity OrOverflow(decimal? amount) => amount is { } fits ? Of(fits) : Undefined(UndefinedReason.Overflow);

    protected Quantity Undefined(UndefinedReason reason) => Quantity.Undefined(reason, unit: Column.Definition.Unit);
}

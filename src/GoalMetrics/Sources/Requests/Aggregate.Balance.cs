namespace GoalMetrics.Sources;

public abstract partial class Aggregate
{
    /// <summary>
    /// The last, first or mean value of each entity in the window, summed over the entities that count in the group. Means are rounded as
    /// <see cref="AggregateValue.Mean"/> rounds them; the sum is exact. The null member is an entity like any other.
    /// </summary>
    /// <remarks>
    /// An entity counts in one group of a window: in that of its own latest fact with a value (its earliest, for
    /// <see cref="BalanceValue.First"/>), and only where that fact passes the filters of aggregate and request. So the groups of a window
    /// add up to its total. Undefined where no fact with a value in the group passes the filters; 0 where all such facts are of entities
    /// that count elsewhere.
    /// </remarks>
    /// <param name="column">The column of values.</param>
    /// <param name="value">Which value of an entity stands for the window.</param>
    /// <param name="entity">
    /// The dimension that says whose balance it is; null where each combination of members of all dimensions has its own.
    /// </param>
    public sealed class Balance(string column, BalanceValue value, string? entity) : OfColumn(AggregateKind.Balance, column)
    {
        /// <summary>Which value of an entity stands for the window.</summary>
        public BalanceValue Value { get; } = value;

        /// <summary>
        /// The dimension that says whose balance it is; null where each combination of members of all dimensions has its own.
        /// </summary>
        public string? Entity { get; } = entity;

        /// <summary>
        /// Among which facts the latest and the earliest of an entity are found, as if there were no others; null for all. The filters of
        /// aggregate and request choose among these afterwards.
        /// </summary>
        public Filter? Among { get; init; }

        private protected override object Definition => Among is null ? (Column, Value, Entity) : (Column, Value, Entity, Among);

        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitBalance(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new Balance(Column, Value, Entity) { Filter = filter, Among = Among };

        internal Balance LookingAmong(Filter? filter) => new(Column, Value, Entity) { Filter = Filter, Among = filter };
    }
}

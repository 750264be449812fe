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
    /// The dimension that identifies whose balance it is; null where each combination of members of all dimensions has its own.
    /// </param>
    public sealed class Balance(string column, BalanceValue value, string? entity) : OfColumn(AggregateKind.Balance, column)
    {
        /// <summary>Which value of an entity stands for the window.</summary>
        public BalanceValue Value { get; } = EnumValue.Checked(value);

        /// <summary>
        /// The dimension that identifies whose balance it is; null where each combination of members of all dimensions has its own.
        /// </summary>
        public string? Entity { get; } = entity;

        /// <summary>
        /// Among which facts the latest and the earliest of an entity are found, as if there were no others; null for all. The filters of
        /// aggregate and request choose among these afterwards.
        /// </summary>
        public Filter? Among { get; init; }

        /// <summary>
        /// Whether the whole table is one entity, whatever the members of its facts, as a bank statement is. <see cref="Entity"/> is null
        /// then.
        /// </summary>
        public bool IsOfOneAccount { get; init; }

        /// <summary>
        /// Whether the facts at one time list all entities there are. An entity that has no fact at the latest time in the window (the
        /// earliest, for <see cref="BalanceValue.First"/>) is gone, and does not count. A mean is over all times of the window: the sum of
        /// what an entity has at each of them, over their number. That is the value of its last fact at that time, and 0 where it has none.
        /// </summary>
        /// <remarks>
        /// The times are those of all facts of the window with a value that <see cref="Among"/> lets through, whatever the filters.
        /// </remarks>
        public bool IsOfCompleteSnapshots { get; init; }

        private protected override object Definition => (Column, Value, Entity, Among, IsOfOneAccount, IsOfCompleteSnapshots);

        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitBalance(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => Copy(Value, filter, Among);

        internal Balance LookingAmong(Filter? among) => Copy(Value, Filter, among);

        internal Balance Of(BalanceValue value) => Copy(value, Filter, Among);

        internal Balance InOneAccount() => Copy(Value, Filter, Among, isOfOneAccount: true);

        internal Balance InCompleteSnapshots() => Copy(Value, Filter, Among, isOfCompleteSnapshots: true);

        private Balance Copy(
            BalanceValue value, Filter? filter, Filter? among, bool? isOfOneAccount = null, bool? isOfCompleteSnapshots = null) =>
            new(Column, value, Entity)
            {
                Filter = filter,
                Among = among,
                IsOfOneAccount = isOfOneAccount ?? IsOfOneAccount,
                IsOfCompleteSnapshots = isOfCompleteSnapshots ?? IsOfCompleteSnapshots,
            };
    }
}

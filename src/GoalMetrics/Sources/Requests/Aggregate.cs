namespace GoalMetrics.Sources;

/// <summary>
/// One value that an engine computes for each group of facts: which value, and which of the facts count. Null values and null members are
/// skipped. Immutable; equality is by value.
/// </summary>
/// <remarks>The kinds nested here are the only ones; an <see cref="AggregateVisitor{TResult}"/> has a method for each.</remarks>
public abstract partial class Aggregate : IEquatable<Aggregate>
{
    private Aggregate(AggregateKind kind) => Kind = kind;

    /// <summary>The kind.</summary>
    public AggregateKind Kind { get; }

    /// <summary>Which of the facts that pass the request's filter count; null for all.</summary>
    public Filter? Filter { get; init; }

    /// <summary>Whether the values of two stretches of time add up to that of both.</summary>
    public bool AddsUp => Kind is AggregateKind.Count or AggregateKind.Sum or AggregateKind.SumOfProducts or AggregateKind.Conversion;

    // What distinguishes it from others of its kind, beside the filter.
    private protected abstract object? Definition { get; }

    /// <summary>Calls the visitor's method for the kind.</summary>
    public abstract TResult Accept<TResult>(AggregateVisitor<TResult> visitor);

    /// <summary>The same aggregate over the facts that another filter lets through.</summary>
    public abstract Aggregate Where(Filter? filter);

    /// <summary>Whether both are equal by value, or both null.</summary>
    public static bool operator ==(Aggregate? left, Aggregate? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(Aggregate? left, Aggregate? right) => !Equals(left, right);

    /// <summary>Whether kind, arguments and filter are the same.</summary>
    public bool Equals(Aggregate? other) =>
        other is not null && Kind == other.Kind && Equals(Definition, other.Definition) && Equals(Filter, other.Filter);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Aggregate);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(Kind, Definition, Filter);

    /// <summary>As <c>Sum of revenue</c>.</summary>
    public sealed override string ToString()
    {
        if (Definition is null)
        {
            return $"{Kind}";
        }

        return $"{Kind} of {Definition}";
    }

    /// <summary>The number of facts; 0 if there are none.</summary>
    public sealed class Count() : Aggregate(AggregateKind.Count)
    {
        private protected override object? Definition => null;

        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitCount(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new Count { Filter = filter };
    }

    /// <summary>The number of different members of a dimension, not counting null; 0 if there are no facts.</summary>
    /// <param name="dimension">The dimension.</param>
    public sealed class CountDistinct(string dimension) : Aggregate(AggregateKind.CountDistinct)
    {
        /// <summary>The dimension.</summary>
        public string Dimension { get; } = Named(dimension, nameof(dimension));

        private protected override object Definition => Dimension;

        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitCountDistinct(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new CountDistinct(Dimension) { Filter = filter };
    }

    /// <summary>
    /// The approximate number of different members of a dimension, by a sketch of the engine's own. The answer states one standard error
    /// as its <see cref="AggregateValue.Error"/>; 0 if it is exact.
    /// </summary>
    /// <param name="dimension">The dimension.</param>
    public sealed class ApproximateCountDistinct(string dimension) : Aggregate(AggregateKind.ApproximateCountDistinct)
    {
        /// <summary>The dimension.</summary>
        public string Dimension { get; } = Named(dimension, nameof(dimension));

        private protected override object Definition => Dimension;

        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitApproximateCountDistinct(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new ApproximateCountDistinct(Dimension) { Filter = filter };
    }

    /// <summary>A value of a column of values: its sum, mean, largest value and so on.</summary>
    public abstract class OfColumn : Aggregate
    {
        private protected OfColumn(AggregateKind kind, string column)
            : base(kind) => Column = Named(column, nameof(column));

        /// <summary>The column of values.</summary>
        public string Column { get; }

        private protected override object Definition => Column;
    }

    /// <summary>The exact sum of a column; 0 if there are no values.</summary>
    /// <param name="column">The column of values.</param>
    public sealed class Sum(string column) : OfColumn(AggregateKind.Sum, column)
    {
        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitSum(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new Sum(Column) { Filter = filter };
    }

    /// <summary>The exact sum of a column over the number of its values, as <see cref="AggregateValue.Mean"/> rounds it.</summary>
    /// <param name="column">The column of values.</param>
    public sealed class Average(string column) : OfColumn(AggregateKind.Average, column)
    {
        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitAverage(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new Average(Column) { Filter = filter };
    }

    /// <summary>The smallest value of a column.</summary>
    /// <param name="column">The column of values.</param>
    public sealed class Minimum(string column) : OfColumn(AggregateKind.Minimum, column)
    {
        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitMinimum(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new Minimum(Column) { Filter = filter };
    }

    /// <summary>The largest value of a column.</summary>
    /// <param name="column">The column of values.</param>
    public sealed class Maximum(string column) : OfColumn(AggregateKind.Maximum, column)
    {
        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitMaximum(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new Maximum(Column) { Filter = filter };
    }

    /// <summary>
    /// One of the sorted values of a column. For a percentile, the caller requests the two values around it and interpolates between them,
    /// so that every engine gives the same decimal.
    /// </summary>
    /// <param name="column">The column of values.</param>
    /// <param name="share">The share of the values below, from 0 to 1.</param>
    /// <param name="rank">Which of the values stands at the share.</param>
    public sealed class OrderStatistic(string column, decimal share, OrderRank rank) : OfColumn(AggregateKind.OrderStatistic, column)
    {
        /// <summary>The share of the values below, from 0 to 1.</summary>
        public decimal Share { get; } = OfShare(share);

        /// <summary>Which of the values stands at the share.</summary>
        public OrderRank Rank { get; } = EnumValue.Checked(rank);

        private protected override object Definition => (Column, Share, Rank);

        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitOrderStatistic(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new OrderStatistic(Column, Share, Rank) { Filter = filter };
    }

    /// <summary>
    /// The approximate value at a share of the way through the sorted values of a column (nearest rank), by a sketch of the engine's own.
    /// The answer states its <see cref="AggregateValue.Error"/>.
    /// </summary>
    /// <param name="column">The column of values.</param>
    /// <param name="share">The share of the values below, from 0 to 1.</param>
    public sealed class ApproximatePercentile(string column, decimal share) : OfColumn(AggregateKind.ApproximatePercentile, column)
    {
        /// <summary>The share of the values below, from 0 to 1.</summary>
        public decimal Share { get; } = OfShare(share);

        private protected override object Definition => (Column, Share);

        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitApproximatePercentile(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new ApproximatePercentile(Column, Share) { Filter = filter };
    }

    /// <summary>
    /// The value of the earliest fact that has one. Of several at the same time, the first in the table's order of facts counts.
    /// </summary>
    /// <param name="column">The column of values.</param>
    public sealed class First(string column) : OfColumn(AggregateKind.First, column)
    {
        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitFirst(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new First(Column) { Filter = filter };
    }

    /// <summary>
    /// The value of the latest fact that has one. Of several at the same time, the last in the table's order of facts counts.
    /// </summary>
    /// <param name="column">The column of values.</param>
    public sealed class Last(string column) : OfColumn(AggregateKind.Last, column)
    {
        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitLast(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new Last(Column) { Filter = filter };
    }

    /// <summary>
    /// The only value of a column, as it stands. If there are several, equal or not, the answer is
    /// <see cref="UndefinedReason.NotAdditive"/>.
    /// </summary>
    /// <param name="column">The column of values.</param>
    public sealed class SoleValue(string column) : OfColumn(AggregateKind.SoleValue, column)
    {
        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitSoleValue(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new SoleValue(Column) { Filter = filter };
    }

    private static AggregateVisitor<TResult> Checked<TResult>(AggregateVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor;
    }

    private static string Named(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameter);
        return name;
    }

    private static decimal OfShare(decimal share)
    {
        if (share is >= 0m and <= 1m)
        {
            return share;
        }

        throw new ArgumentOutOfRangeException(
            nameof(share), share, "Expected a share from 0 to 1, such as 0.95 for the 95th percentile.");
    }
}

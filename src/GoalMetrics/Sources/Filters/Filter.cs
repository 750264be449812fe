using System.Text.Json.Serialization;
using GoalMetrics.Json;
using GoalMetrics.Sources;

namespace GoalMetrics;

/// <summary>
/// Which facts count: a predicate on dimensions and columns, expressed as data so that every engine can apply it. Filters are combined
/// with <c>&amp;</c>, <c>|</c> and <c>!</c>. Immutable; equality is by value.
/// </summary>
/// <remarks>
/// Two-valued: a comparison with a null value is false, and its negation is true. The kinds nested here are the only ones; a
/// <see cref="FilterVisitor{TResult}"/> has a method for each.
/// </remarks>
[JsonConverter(typeof(ResultConverter<Filter>))]
public abstract partial class Filter : IEquatable<Filter>
{
    private Filter()
    {
    }

    /// <summary>The dimension has this member.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="member">The member, letter case as in the data; null for the null member.</param>
    /// <exception cref="ArgumentException">The name of the dimension is null or blank.</exception>
    public static Filter Equal(string dimension, string? member) => new MemberIn(dimension, [member]);

    /// <summary>The dimension has one of these members.</summary>
    /// <exception cref="ArgumentException">The name of the dimension is null or blank, or the list of members is null.</exception>
    public static Filter In(string dimension, params string?[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return new MemberIn(dimension, [.. members]);
    }

    /// <summary>The dimension's member is null.</summary>
    /// <exception cref="ArgumentException">The name of the dimension is null or blank.</exception>
    public static Filter IsNull(string dimension) => new MemberIn(dimension, [null]);

    /// <summary>The column has no value.</summary>
    /// <exception cref="ArgumentException">The name of the column is null or blank.</exception>
    public static Filter NoValue(string column) => new ValueMissing(column);

    /// <summary>The column's value compares with a number in this way. False if there is no value.</summary>
    /// <exception cref="ArgumentException">The name of the column is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The comparison is not one of the named ones.</exception>
    public static Filter Compare(string column, Comparison comparison, decimal value)
    {
        EnumValue.Checked(comparison);
        return new ValueCompare(column, comparison, value);
    }

    /// <summary>Both hold.</summary>
    public static Filter operator &(Filter left, Filter right) => new Both(NotNull(left, nameof(left)), NotNull(right, nameof(right)));

    /// <summary>At least one holds.</summary>
    public static Filter operator |(Filter left, Filter right) => new Either(NotNull(left, nameof(left)), NotNull(right, nameof(right)));

    /// <summary>It does not hold.</summary>
    public static Filter operator !(Filter filter) => new Negation(NotNull(filter, nameof(filter)));

    /// <summary>The same as <c>&amp;</c>.</summary>
    public Filter And(Filter other) => new Both(this, NotNull(other, nameof(other)));

    /// <summary>The same as <c>|</c>.</summary>
    public Filter Or(Filter other) => new Either(this, NotNull(other, nameof(other)));

    /// <summary>The same as <c>!</c>.</summary>
    public Filter Not() => !this;

    /// <summary>Calls the visitor's method for the kind.</summary>
    public abstract TResult Accept<TResult>(FilterVisitor<TResult> visitor);

    /// <summary>Whether both are equal by value, or both null.</summary>
    public static bool operator ==(Filter? left, Filter? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(Filter? left, Filter? right) => !Equals(left, right);

    /// <summary>Whether kind and arguments are the same.</summary>
    public bool Equals(Filter? other) => other is not null && GetType() == other.GetType() && IsSameAs(other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Filter);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    // Whether another of the same kind has the same arguments.
    private protected abstract bool IsSameAs(Filter other);

    private static Filter NotNull(Filter filter, string parameter)
    {
        ArgumentNullException.ThrowIfNull(filter, parameter);
        return filter;
    }

    private static FilterVisitor<TResult> Checked<TResult>(FilterVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor;
    }

    /// <summary>The dimension has one of the members.</summary>
    [JsonConverter(typeof(ResultConverter<MemberIn>))]
    public sealed class MemberIn : Filter
    {
        internal MemberIn(string dimension, IReadOnlyList<string?> members)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(dimension);
            Dimension = dimension;
            Members = members;
        }

        /// <summary>The dimension.</summary>
        public string Dimension { get; }

        /// <summary>The members, null among them for the null member.</summary>
        public IReadOnlyList<string?> Members { get; }

        /// <inheritdoc/>
        public override TResult Accept<TResult>(FilterVisitor<TResult> visitor) => Checked(visitor).VisitMemberIn(this);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Dimension, Members.Count);

        /// <summary>As <c>market in (DK, SE)</c>.</summary>
        public override string ToString() => $"{Dimension} in ({string.Join(", ", Members.Select(member => member ?? "null"))})";

        private protected override bool IsSameAs(Filter other) =>
            other is MemberIn same && Dimension == same.Dimension && Members.SequenceEqual(same.Members);
    }

    /// <summary>The column's value compares with a number in a stated way.</summary>
    [JsonConverter(typeof(ResultConverter<ValueCompare>))]
    public sealed class ValueCompare : Filter
    {
        internal ValueCompare(string column, Comparison comparison, decimal value)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(column);
            Column = column;
            Comparison = comparison;
            Value = value;
        }

        /// <summary>The column.</summary>
        public string Column { get; }

        /// <summary>How it compares.</summary>
        public Comparison Comparison { get; }

        /// <summary>The number.</summary>
        public decimal Value { get; }

        /// <inheritdoc/>
        public override TResult Accept<TResult>(FilterVisitor<TResult> visitor) => Checked(visitor).VisitValueCompare(this);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Column, Comparison, Value);

        /// <summary>As <c>revenue Greater 100</c>.</summary>
        public override string ToString() => FormattableString.Invariant($"{Column} {Comparison} {Value}");

        private protected override bool IsSameAs(Filter other) =>
            other is ValueCompare same && (Column, Comparison, Value) == (same.Column, same.Comparison, same.Value);
    }

    /// <summary>The column has no value.</summary>
    [JsonConverter(typeof(ResultConverter<ValueMissing>))]
    public sealed class ValueMissing : Filter
    {
        internal ValueMissing(string column)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(column);
            Column = column;
        }

        /// <summary>The column.</summary>
        public string Column { get; }

        /// <inheritdoc/>
        public override TResult Accept<TResult>(FilterVisitor<TResult> visitor) => Checked(visitor).VisitValueMissing(this);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Column);

        /// <summary>As <c>no revenue</c>.</summary>
        public override string ToString() => $"no {Column}";

        private protected override bool IsSameAs(Filter other) => other is ValueMissing same && Column == same.Column;
    }

    /// <summary>Both hold.</summary>
    [JsonConverter(typeof(ResultConverter<Both>))]
    public sealed class Both : Filter
    {
        internal Both(Filter left, Filter right)
        {
            Left = left;
            Right = right;
        }

        /// <summary>The one.</summary>
        public Filter Left { get; }

        /// <summary>The other.</summary>
        public Filter Right { get; }

        /// <inheritdoc/>
        public override TResult Accept<TResult>(FilterVisitor<TResult> visitor) => Checked(visitor).VisitBoth(this);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Left, Right);

        /// <summary>As <c>(a and b)</c>.</summary>
        public override string ToString() => $"({Left} and {Right})";

        private protected override bool IsSameAs(Filter other) =>
            other is Both same && Left.Equals(same.Left) && Right.Equals(same.Right);
    }

    /// <summary>At least one holds.</summary>
    [JsonConverter(typeof(ResultConverter<Either>))]
    public sealed class Either : Filter
    {
        internal Either(Filter left, Filter right)
        {
            Left = left;
            Right = right;
        }

        /// <summary>The one.</summary>
        public Filter Left { get; }

        /// <summary>The other.</summary>
        public Filter Right { get; }

        /// <inheritdoc/>
        public override TResult Accept<TResult>(FilterVisitor<TResult> visitor) => Checked(visitor).VisitEither(this);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Left, Right, 1);

        /// <summary>As <c>(a or b)</c>.</summary>
        public override string ToString() => $"({Left} or {Right})";

        private protected override bool IsSameAs(Filter other) =>
            other is Either same && Left.Equals(same.Left) && Right.Equals(same.Right);
    }

    /// <summary>The other filter does not hold.</summary>
    [JsonConverter(typeof(ResultConverter<Negation>))]
    public sealed class Negation : Filter
    {
        internal Negation(Filter filter) => Filter = filter;

        /// <summary>The other filter.</summary>
        public Filter Filter { get; }

        /// <inheritdoc/>
        public override TResult Accept<TResult>(FilterVisitor<TResult> visitor) => Checked(visitor).VisitNegation(this);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Filter, 1);

        /// <summary>As <c>not a</c>.</summary>
        public override string ToString() => $"not {Filter}";

        private protected override bool IsSameAs(Filter other) => other is Negation same && Filter.Equals(same.Filter);
    }
}

using System.Collections.Immutable;

namespace GoalMetrics;

/// <summary>
/// Which facts count (S3.5): a predicate on dimensions and columns, as data, so that every engine can carry it out. Combined
/// with <c>&amp;</c>, <c>|</c> and <c>!</c>. Immutable; equality is by value.
/// </summary>
/// <remarks>Two-valued: a comparison with a null value is false, and its negation is true.</remarks>
public abstract record Filter
{
    private Filter()
    {
    }

    /// <summary>The dimension has this member.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="member">The member, letter case as in the data; null for the null member.</param>
    public static Filter Equal(string dimension, string? member) => new MemberIn(dimension, [member]);

    /// <summary>The dimension has one of these members.</summary>
    public static Filter In(string dimension, params string?[] members) => new MemberIn(dimension, [.. members]);

    /// <summary>The dimension's member is null.</summary>
    public static Filter IsNull(string dimension) => new MemberIn(dimension, [null]);

    /// <summary>The column has no value.</summary>
    public static Filter NoValue(string column) => new ValueMissing(column);

    /// <summary>The column's value compares so with a number. False where there is no value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The comparison is none of the named ones.</exception>
    public static Filter Compare(string column, Comparison comparison, decimal value) => Enum.IsDefined(comparison)
        ? new ValueCompare(column, comparison, value)
        : throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Expected one of the named comparisons.");

    /// <summary>Both hold.</summary>
    public static Filter operator &(Filter left, Filter right) => new Both(NotNull(left, nameof(left)), NotNull(right, nameof(right)));

    /// <summary>At least one holds.</summary>
    public static Filter operator |(Filter left, Filter right) => new Either(NotNull(left, nameof(left)), NotNull(right, nameof(right)));

    /// <summary>It does not hold.</summary>
    public static Filter operator !(Filter filter) => new Negation(NotNull(filter, nameof(filter)));

    /// <summary>The same as <c>&amp;</c>.</summary>
    public Filter And(Filter other) => this & other;

    /// <summary>The same as <c>|</c>.</summary>
    public Filter Or(Filter other) => this | other;

    internal abstract void Check(TableSchema table);

    private static Filter NotNull(Filter filter, string parameter)
    {
        ArgumentNullException.ThrowIfNull(filter, parameter);
        return filter;
    }

    // The members that are named in it, wherever.
    internal virtual IEnumerable<MemberIn> Named => [];

    // Whether only one member of the dimension can pass.
    internal virtual bool Fixes(string dimension) => false;

    /// <summary>The dimension has one of the members.</summary>
    /// <param name="Dimension">The dimension.</param>
    /// <param name="Members">The members, null among them for the null member.</param>
    public sealed record MemberIn(string Dimension, ImmutableArray<string?> Members) : Filter
    {
        /// <summary>Whether dimension and members are the same, in order.</summary>
        public bool Equals(MemberIn? other) => other is not null && Dimension == other.Dimension && Members.AsSpan().SequenceEqual(other.Members.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Dimension, Members.Length);

        internal override IEnumerable<MemberIn> Named => [this];

        internal override void Check(TableSchema table) => table.CheckDimension(Dimension, "filter");

        internal override bool Fixes(string dimension) => Dimension == dimension && Members.Length <= 1;
    }

    /// <summary>The column's value compares so with a number.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Comparison">How.</param>
    /// <param name="Value">The number.</param>
    public sealed record ValueCompare(string Column, Comparison Comparison, decimal Value) : Filter
    {
        internal override void Check(TableSchema table) => table.Column(Column, "filter");
    }

    /// <summary>The column has no value.</summary>
    /// <param name="Column">The column.</param>
    public sealed record ValueMissing(string Column) : Filter
    {
        internal override void Check(TableSchema table) => table.Column(Column, "filter");
    }

    /// <summary>Both hold.</summary>
    /// <param name="Left">The one.</param>
    /// <param name="Right">The other.</param>
    public sealed record Both(Filter Left, Filter Right) : Filter
    {
        internal override IEnumerable<MemberIn> Named => Left.Named.Concat(Right.Named);

        internal override void Check(TableSchema table)
        {
            Left.Check(table);
            Right.Check(table);
        }

        internal override bool Fixes(string dimension) => Left.Fixes(dimension) || Right.Fixes(dimension);
    }

    /// <summary>At least one holds.</summary>
    /// <param name="Left">The one.</param>
    /// <param name="Right">The other.</param>
    public sealed record Either(Filter Left, Filter Right) : Filter
    {
        internal override IEnumerable<MemberIn> Named => Left.Named.Concat(Right.Named);

        internal override void Check(TableSchema table)
        {
            Left.Check(table);
            Right.Check(table);
        }
    }

    /// <summary>The other does not hold.</summary>
    /// <param name="Filter">The other.</param>
    public sealed record Negation(Filter Filter) : Filter
    {
        internal override IEnumerable<MemberIn> Named => Filter.Named;

        internal override void Check(TableSchema table) => Filter.Check(table);
    }
}

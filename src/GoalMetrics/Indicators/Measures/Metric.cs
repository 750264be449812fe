using System.Text.Json.Serialization;
using GoalMetrics.Json;
using GoalMetrics.Sources;

namespace GoalMetrics;

/// <summary>
/// Numeric data from one table of facts: which table and column, how the facts become one value, and which of them count. Immutable;
/// every method returns a new metric.
/// </summary>
[JsonConverter(typeof(ResultConverter<Metric>))]
public sealed partial class Metric : Measure
{
    private readonly FactColumn? _column;
    private Definition? _definition;

    private Metric(string id, TableSchema of, FactColumn? column, Unit? unit, Additivity additivity, params Aggregate[] aggregates)
        : base(id)
    {
        Table = of;
        _column = column;
        Unit = unit;
        Additivity = additivity;
        Aggregates = Copies.Guarded(aggregates);
    }

    private Metric(Metric other)
        : base(other)
    {
        Table = other.Table;
        _column = other._column;
        Aggregates = other.Aggregates;
        Currency = other.Currency;
    }

    /// <summary>The table.</summary>
    public TableSchema Table { get; }

    /// <summary>
    /// The aggregates that an engine computes for it: one, or for an interpolated percentile the values below and above its position and
    /// the number of values.
    /// </summary>
    public IReadOnlyList<Aggregate> Aggregates { get; private init; }

    /// <summary>Which facts count, in addition to the filter of a query; null for all.</summary>
    public Filter? Filter => Main.Filter;

    internal Grain? CountedPer => _column?.CountedPer;

    internal string? ValueColumn => _column?.Name;

    internal Aggregate Main => Aggregates[0];

    private bool IsZeroOfNothing => Weight is null && (Main.AddsUp || CountedDimension is not null);

    private string? CountedDimension => Main switch
    {
        Aggregate.CountDistinct distinct => distinct.Dimension,
        Aggregate.ApproximateCountDistinct distinct => distinct.Dimension,
        _ => null,
    };

    /// <summary>The number of facts.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="of">The table, or its schema.</param>
    /// <param name="noun">What a fact is, in the singular, such as <c>visit</c>. Defaults to a plain count.</param>
    public static Metric Count(string id, TableSchema of, string? noun = null) =>
        new(id, Checked(of), null, CountOf(noun), Additivity.Additive, new Aggregate.Count());

    /// <summary>
    /// The number of different members of a dimension, such as customers; null does not count. Never added up: every period is counted
    /// afresh.
    /// </summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="of">The table, or its schema.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="noun">What a member is, in the singular, such as <c>customer</c>. Defaults to a plain count.</param>
    /// <exception cref="ArgumentException">The table has no such dimension.</exception>
    public static Metric CountDistinct(string id, TableSchema of, string dimension, string? noun = null)
    {
        Checked(of).CheckDimension(dimension, nameof(dimension));
        return new(id, of, null, CountOf(noun), Additivity.NonAdditive, new Aggregate.CountDistinct(dimension));
    }

    /// <summary>The exact sum of a column. For a column of distinct counts it is the count itself, which is never added up.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="of">The table, or its schema.</param>
    /// <param name="column">The column of values.</param>
    /// <exception cref="ArgumentException">
    /// The table has no such column, or it holds ratios, scores or prices per thing, which do not add up.
    /// </exception>
    public static Metric Sum(string id, TableSchema of, string column) =>
        Checked(of).Column(column, nameof(column)) switch
        {
            { CountedPer: not null } found => new(id, of, found, found.Unit, Additivity.NonAdditive, new Aggregate.SoleValue(column)),
            { IsBalance: true } found => throw new ArgumentException(
                $"Column '{column}' of table '{of}' holds balances of {UnitOf(found)}, which do not add up over time:"
                + " the sum of two days' is not that of both."
                + " Use Metric.Balance, which adds over dimensions and takes the last, first or mean value over time.",
                nameof(column)),
            { Unit.Kind: UnitKind.Ratio or UnitKind.PercentagePoint or UnitKind.Score } found => throw new ArgumentException(
                $"Column '{column}' of table '{of}' is in {found.Unit}, which does not add up."
                + " Load what the ratio is made of and divide the sums, or use Metric.Average for a mean of the values.",
                nameof(column)),
            { Unit: { IsPerThing: true } price } => throw new ArgumentException(
                $"Column '{column}' of table '{of}' is in {price}, which does not add up: the sum of two prices is not a price."
                + " Load amounts, such as a quantity times its price, or use Metric.Average for a mean of the values.",
                nameof(column)),
            _ => OfColumn(id, of, column, Additivity.Additive, new Aggregate.Sum(column)),
        };

    /// <summary>The mean of the values of a column: their sum divided by their number.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Metric Average(string id, TableSchema of, string column) =>
        OfColumn(id, of, column, Additivity.NonAdditive, new Aggregate.Average(column));

    /// <summary>The smallest value of a column.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Metric Min(string id, TableSchema of, string column) =>
        OfColumn(id, of, column, Additivity.NonAdditive, new Aggregate.Minimum(column));

    /// <summary>The largest value of a column.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Metric Max(string id, TableSchema of, string column) =>
        OfColumn(id, of, column, Additivity.NonAdditive, new Aggregate.Maximum(column));

    /// <summary>The value of the earliest fact of a period.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Metric First(string id, TableSchema of, string column) =>
        OfColumn(id, of, column, Additivity.NonAdditive, new Aggregate.First(column));

    /// <summary>The value of the latest fact of a period.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Metric Last(string id, TableSchema of, string column) =>
        OfColumn(id, of, column, Additivity.NonAdditive, new Aggregate.Last(column));

    /// <summary>The same metric under another id: <c>orders.Where(…).As("dk-orders")</c>.</summary>
    /// <remarks>The title follows where it was the id; one given with <see cref="Titled"/> stays.</remarks>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <exception cref="ArgumentException">The id is not well-formed.</exception>
    public Metric As(string id) => new(this)
    {
        Id = GoalMetrics.Id.Checked(id, nameof(id)),
        Title = Title.English == Id ? id : Title,
    };

    /// <summary>The same metric over the facts that match the filter, in addition to any filter it has.</summary>
    /// <exception cref="ArgumentException">The filter names a dimension or column that the table does not have.</exception>
    public Metric Where(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        filter.Check(Table);
        var filtered = Aggregates.Select(aggregate => aggregate.Where(FilterExtensions.And(aggregate.Filter, filter)));
        return new Metric(this) { Aggregates = [.. filtered] }.InPinnedCurrency();
    }

    /// <summary>The same metric, with the name shown to people.</summary>
    public Metric Titled(LocalizedText title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return new(this) { Title = title };
    }

    /// <summary>The same metric, stating whether higher or lower values are better.</summary>
    public Metric BetterWhen(Direction direction) => new(this) { Direction = EnumValue.Checked(direction) };

    internal override TimeEffect MoreTime => Main.Kind switch
    {
        _ when Additivity == Additivity.Additive => TimeEffect.OnlyAdds,
        AggregateKind.CountDistinct or AggregateKind.ApproximateCountDistinct or AggregateKind.Maximum => TimeEffect.OnlyAdds,
        AggregateKind.Minimum => TimeEffect.OnlySubtracts,
        _ => TimeEffect.None,
    };

    internal override bool StaysReached(ReportingPeriod period) => MoreTime is TimeEffect.OnlyAdds or TimeEffect.OnlySubtracts;

    // The largest of more values may be larger, but is no total.
    internal override bool GrowsWithTime => MoreTime == TimeEffect.OnlyAdds && Main.Kind != AggregateKind.Maximum;

    internal override object Computation => _definition ??= new(Table.Name, Aggregates, Currency);

    internal override Metric AsMetric => this;

    internal override MeasureNode Compile(IReadOnlyList<ReadingWindow?> windows, ReadingPart part) =>
        StretchesNode.Between(this, windows, part) ?? (MeasureNode)part.Node(this, windows);

    private protected override void CollectMetrics(List<Metric> metrics) => metrics.Add(this);

    private static Metric OfColumn(string id, TableSchema of, string column, Additivity additivity, params Aggregate[] aggregates)
    {
        var definition = Checked(of).Column(column, nameof(column));
        if (definition.CountedPer is null)
        {
            return new(id, of, definition, definition.Unit, additivity, aggregates);
        }

        throw new ArgumentException(
            $"Column '{column}' of table '{of}' holds distinct counts, which have no {aggregates[0].Kind}."
            + $" Use Metric.Sum, by {definition.CountedPer} and every dimension.",
            nameof(column));
    }

    private static Unit CountOf(string? noun)
    {
        if (noun is null)
        {
            return Unit.Count();
        }

        return Unit.Count(noun);
    }

    private static TableSchema Checked(TableSchema of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return of;
    }

    // Metrics with the same table and aggregates have the same values, converted alike.
    private sealed record Definition(string Table, IReadOnlyList<Aggregate> Aggregates, CurrencyConversion? Currency)
    {
        public bool Equals(Definition? other) =>
            other is not null
            && Table == other.Table
            && Aggregates.SequenceEqual(other.Aggregates)
            && Equals(Currency, other.Currency);

        public override int GetHashCode() => HashCode.Combine(Table, Aggregates[0]);
    }
}

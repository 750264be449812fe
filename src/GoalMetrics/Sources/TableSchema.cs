using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// What a fact table holds, without its rows: enough to define metrics on it. A <see cref="FactTable"/> has one; for rows that
/// live elsewhere it is written by hand. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<TableSchema>))]
public sealed partial class TableSchema
{
    private TableSchema(
        string name,
        FactTime time,
        IReadOnlyList<FactDimension> dimensions,
        IReadOnlyList<FactColumn> columns,
        Grain? factGrain,
        string? order)
    {
        FactGrain = factGrain;
        Order = order;
        Name = name;
        Time = time;
        Dimensions = dimensions;
        Columns = columns;
    }

    /// <summary>The table's name, unique in its source.</summary>
    public string Name { get; }

    /// <summary>How its facts carry their time.</summary>
    public FactTime Time { get; }

    /// <summary>Its dimensions.</summary>
    public IReadOnlyList<FactDimension> Dimensions { get; }

    /// <summary>Its columns of values.</summary>
    public IReadOnlyList<FactColumn> Columns { get; }

    /// <summary>
    /// The grain of the periods that its facts are totals of; null where facts are single events or days. Queries for less than these
    /// periods are refused.
    /// </summary>
    public Grain? FactGrain { get; }

    /// <summary>
    /// The column of values that orders facts at the same time, such as a sequence number; null to keep them in the order of their rows.
    /// </summary>
    public string? Order { get; }

    /// <summary>A table without columns yet.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="time">How its facts carry their time.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind of time is not one of the named ones.</exception>
    public static TableSchema Named(string name, FactTime time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(name, EnumValue.Checked(time), [], [], null, null);
    }

    /// <summary>The same table with one more dimension, whose members are texts.</summary>
    /// <exception cref="ArgumentException">The table has a column of this name.</exception>
    public TableSchema Dimension(string name) => Dimension(new FactDimension(name));

    /// <summary>The same table with one more dimension.</summary>
    /// <exception cref="ArgumentException">The table has a column of this name.</exception>
    public TableSchema Dimension(FactDimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        CheckNew(dimension.Name);
        return new(Name, Time, [.. Dimensions, dimension], Columns, FactGrain, Order);
    }

    /// <summary>The same table, whose members of a dimension come in this order in results, such as low, medium, high.</summary>
    /// <inheritdoc cref="FactDimension.InOrder"/>
    /// <exception cref="ArgumentException">The table has no such dimension.</exception>
    public TableSchema MembersInOrder(string dimension, params string[] members) =>
        Replacing(DimensionNamed(dimension, nameof(dimension)).InOrder(members));

    /// <summary>The same table with one more column of values.</summary>
    /// <exception cref="ArgumentException">The table has a column of this name.</exception>
    public TableSchema Value(string name, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return With(new(name, unit));
    }

    /// <summary>The same table with one more column of money, each value in the currency given by a dimension of the table.</summary>
    /// <param name="name">The name.</param>
    /// <param name="currency">The dimension, whose members are codes of ISO 4217.</param>
    /// <exception cref="ArgumentException">The table has a column of this name, or does not have the dimension.</exception>
    public TableSchema Value(string name, string currency) => With(new(name, currency));

    /// <summary>The same table with one more column of balances, each in the currency given by a dimension of the table.</summary>
    /// <inheritdoc cref="Value(string, string)"/>
    public TableSchema Balance(string name, string currency) => With(new(name, currency, isBalance: true));

    /// <summary>The same table with one more column of balances: amounts at a point in time, which are not added up over time.</summary>
    /// <exception cref="ArgumentException">The table has a column of this name.</exception>
    public TableSchema Balance(string name, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return With(new(name, unit, isBalance: true));
    }

    /// <summary>The same table, whose facts are each the total of a whole period of the grain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grain is the hour, or not one of the named grains.</exception>
    public TableSchema EachFactCovers(Grain grain)
    {
        if (Enum.IsDefined(grain) && grain != Grain.Hour)
        {
            return new(Name, Time, Dimensions, Columns, grain, Order);
        }

        throw new ArgumentOutOfRangeException(nameof(grain), grain, "Expected a day or a longer grain.");
    }

    /// <summary>
    /// The same table, whose facts at the same time are ordered by a column of values, such as a sequence number: smallest first, those
    /// without a value before all others, equal ones in the order of their rows. The order decides which value is the first or the last,
    /// and which event is credited with a conversion.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentException">The table has no such column of values.</exception>
    public TableSchema OrderedBy(string column) => new(Name, Time, Dimensions, Columns, FactGrain, Column(column, nameof(column)).Name);

    /// <summary>
    /// The same table with one more column of distinct counts, each made for one period of the grain and one member of every dimension.
    /// </summary>
    /// <exception cref="ArgumentException">The table has a column of this name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The grain is not one of the named ones.</exception>
    public TableSchema DistinctCount(string name, Unit unit, Grain per)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return With(new(name, unit, per));
    }

    /// <summary>The table's name.</summary>
    public override string ToString() => Name;

    internal TableSchema At(FactTime time) => new(Name, time, Dimensions, Columns, FactGrain, Order);

    internal TableSchema With(FactColumn column)
    {
        CheckNew(column.Name);
        if (column.CurrencyDimension is { } currency)
        {
            CheckDimension(currency, nameof(currency));
        }
        else
        {
            ArgumentNullException.ThrowIfNull(column.Unit, "unit");
        }

        return new(Name, Time, Dimensions, [.. Columns, column], FactGrain, Order);
    }

    internal FactColumn Column(string name, string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        if (Columns.FirstOrDefault(column => column.Name == name) is { } found)
        {
            return found;
        }

        var names = Columns.Select(column => column.Name).ToList();
        throw new ArgumentException(
            $"Table '{Name}' has no value column {Shown.Quote(name)}; it has {AllOf(names)}.{Nearest.Hint(name, names)}", parameter);
    }

    // Another definition of the dimension with this name.
    internal TableSchema Replacing(FactDimension dimension) =>
        new(Name, Time, [.. Dimensions.Select(known => known.Name == dimension.Name ? dimension : known)], Columns, FactGrain, Order);

    internal FactDimension DimensionNamed(string name, string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        if (Find(name) is { } found)
        {
            return found;
        }

        var names = DimensionNames.ToList();
        throw new ArgumentException(
            $"Table '{Name}' has no dimension {Shown.Quote(name)}; it has {AllOf(names)}.{Nearest.Hint(name, names)}", parameter);
    }

    // Null where there is none of the name.
    internal FactDimension? Find(string name)
    {
        foreach (var dimension in Dimensions)
        {
            if (dimension.Name == name)
            {
                return dimension;
            }
        }

        return null;
    }

    internal void CheckDimension(string name, string? parameter = null) => DimensionNamed(name, parameter);

    internal IEnumerable<string> DimensionNames => Dimensions.Select(dimension => dimension.Name);

    internal bool HasDimension(string name) => Find(name) is not null;

    private static string AllOf(IEnumerable<string> names) => Shown.List(names, ifNone: "none");

    private void CheckNew(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (HasDimension(name) || Columns.Any(column => column.Name == name))
        {
            throw new ArgumentException($"Table '{Name}' has a column {Shown.Quote(name)} already; expected each name once.", nameof(name));
        }
    }
}

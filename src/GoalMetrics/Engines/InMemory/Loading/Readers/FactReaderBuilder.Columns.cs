namespace GoalMetrics;

// The columns of the table, and how the reader's columns are called.
public sealed partial class FactReaderBuilder
{
    /// <summary>
    /// A dimension. Null is a member of its own, and so is empty text, unless <see cref="BlankAsNull"/> is stated. Text is taken as it
    /// stands, with its blanks and letter case.
    /// </summary>
    /// <param name="name">The name of the dimension, and of the reader's column.</param>
    public FactReaderBuilder Dimension(string name) => Dimension(name, name);

    /// <inheritdoc cref="Dimension(string)"/>
    /// <param name="name">The name of the dimension.</param>
    /// <param name="column">The reader's column.</param>
    public FactReaderBuilder Dimension(string name, string column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var bound = _columns.Column(column);
        var dimension = _loader.Dimension(new(name));
        bound.Dimension = name;
        _dimensions.Add(bound);
        return Read(bound.Name, (row, slot) => dimension.StageMember(slot, bound.Cell(row), _text));
    }

    /// <summary>A dimension whose members are computed from the cells of a row. Null is a member of its own.</summary>
    /// <param name="name">The name of the dimension.</param>
    /// <param name="member">The member of a row; it should look at nothing but the row.</param>
    public FactReaderBuilder Dimension(string name, Func<FactRow, string?> member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var dimension = _loader.Dimension(new(name));
        return Read(name, (_, slot) => dimension.StageMember(slot, member(RowFor(null)), _text));
    }

    /// <inheritdoc cref="FactTableBuilder{TFact}.MembersInOrder"/>
    public FactReaderBuilder MembersInOrder(string dimension, params string[] members)
    {
        _loader.OrderMembers(dimension, members);
        return this;
    }

    /// <summary>
    /// A column of values; true counts 1 and false 0. Null, blank text and the words of <see cref="NoValue"/> count as no value; they are
    /// skipped, and counted. A length of time is read in the column's unit of duration.
    /// </summary>
    /// <param name="name">The name of the values, and of the reader's column.</param>
    /// <param name="unit">What the values are measured in.</param>
    /// <param name="column">The reader's column, where it has another name.</param>
    /// <param name="scaledBy">
    /// What each number of the column stands for, in the unit: <c>0.01m</c> for cents, <c>0.000001m</c> for micros. The product is exact;
    /// one that would have to be rounded is refused.
    /// </param>
    public FactReaderBuilder Value(string name, Unit unit, string? column = null, decimal scaledBy = 1m) =>
        Values(new(name, unit), column ?? name, scaledBy);

    /// <summary>
    /// A column of values that are computed from the cells of a row: <c>row => row.Number("gross") - row.Number("tax")</c>.
    /// </summary>
    /// <param name="name">The name of the values.</param>
    /// <param name="value">The value of a row, null where there is none; it should look at nothing but the row.</param>
    /// <param name="unit">What the values are measured in.</param>
    public FactReaderBuilder Value(string name, Func<FactRow, decimal?> value, Unit unit) => Values(new(name, unit), value);

    /// <summary>
    /// A column of distinct counts that were made elsewhere, each for one period of the grain and one member of every dimension. They
    /// are never added up.
    /// </summary>
    /// <param name="name">The name of the values, and of the reader's column.</param>
    /// <param name="unit">What the values are measured in.</param>
    /// <param name="per">The grain each value was counted for.</param>
    /// <param name="column">The reader's column, where it has another name.</param>
    public FactReaderBuilder DistinctCount(string name, Unit unit, Grain per, string? column = null) =>
        Values(new(name, unit, per), column ?? name);

    /// <summary>
    /// A column of balances, such as stock, subscribers or cash: amounts at a point in time. They are never added up over time.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="unit">What the values are measured in.</param>
    /// <param name="column">The reader's column, where it has another name.</param>
    /// <param name="scaledBy">What each number of the column stands for, in the unit: <c>0.01m</c> for cents.</param>
    public FactReaderBuilder Balance(string name, Unit unit, string? column = null, decimal scaledBy = 1m) =>
        Values(new(name, unit, isBalance: true), column ?? name, scaledBy);

    /// <summary>A column of balances that are computed from the cells of a row.</summary>
    /// <inheritdoc cref="Value(string, Func{FactRow, decimal?}, Unit)"/>
    public FactReaderBuilder Balance(string name, Func<FactRow, decimal?> value, Unit unit) =>
        Values(new(name, unit, isBalance: true), value);

    /// <summary>
    /// Names the reader's columns by their places, from the first on; null keeps the reader's name. For files without a line of names.
    /// </summary>
    /// <exception cref="ArgumentException">When the table is built: the reader has fewer columns.</exception>
    public FactReaderBuilder NameColumns(params string?[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        for (var place = 0; place < names.Length; place++)
        {
            if (names[place] is { } name)
            {
                _columns.Name(place, name);
            }
        }

        return this;
    }

    /// <summary>Names one of the reader's columns by its place, such as the second of two with the same name.</summary>
    /// <param name="ordinal">The place; the first is 0.</param>
    /// <param name="name">The name by which the other methods know it.</param>
    /// <exception cref="ArgumentException">When the table is built: the reader has fewer columns.</exception>
    public FactReaderBuilder NameColumn(int ordinal, string name)
    {
        _columns.Name(ordinal, name);
        return this;
    }

    private FactReaderBuilder Values(FactColumn definition, string column, decimal scaledBy = 1m)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(definition.Name, "name");
        var bound = _columns.Column(column);
        var values = _loader.Value(definition);
        if (scaledBy == 1m)
        {
            return Read(column, (row, slot) => values.StageValue(slot, bound.Cell(row), _text));
        }

        ArgumentOutOfRangeException.ThrowIfZero(scaledBy);
        return Read(column, (row, slot) => values.StageScaled(slot, bound.Cell(row), scaledBy, _text));
    }

    private FactReaderBuilder Values(FactColumn definition, Func<FactRow, decimal?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var values = _loader.Value(definition);
        return Read(definition.Name, (_, slot) => values.StageAmount(slot, value(RowFor(definition.Unit))));
    }

    private FactRow RowFor(Unit? unit)
    {
        _row.Unit = unit;
        return _row;
    }
}

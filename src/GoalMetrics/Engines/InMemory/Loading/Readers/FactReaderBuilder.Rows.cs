using NodaTime;

namespace GoalMetrics;

// Which rows are facts, and what is known about all of them together.
public sealed partial class FactReaderBuilder
{
    /// <summary>
    /// Only rows that meet the condition are facts; all others, such as totals, comments or cancelled orders, are passed over. With several
    /// conditions, those that meet all.
    /// </summary>
    /// <param name="condition">It should look at nothing but the row.</param>
    public FactReaderBuilder Where(Func<FactRow, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        _loader.Where(_ => condition(RowFor(null)));
        return this;
    }

    /// <summary>
    /// A blank cell of these columns has the value of the cell above it, as in reports that name each customer once. Rows that
    /// <see cref="Where"/> passes over carry their values down too. The first row must have one.
    /// </summary>
    /// <param name="columns">The reader's columns.</param>
    public FactReaderBuilder CarryDown(params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        foreach (var column in columns)
        {
            _columns.CarryDown(column, nameof(columns));
        }

        return this;
    }

    /// <summary>
    /// Refuses a row whose key a row above has, such as an order that was exported twice, and a row without a key. Rows that were refused
    /// or passed over do not count.
    /// </summary>
    /// <param name="columns">The reader's columns that make up the key.</param>
    /// <exception cref="ArgumentException">No column is named.</exception>
    public FactReaderBuilder RefuseDuplicatesOf(params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0)
        {
            throw new ArgumentException("Expected the columns that make up the key of a row; found none.", nameof(columns));
        }

        ReaderColumn[] bound = [.. columns.Select(column => _columns.Column(column, nameof(columns)))];
        var keys = new RowKeys<string>();
        _loader.RefuseDuplicates(
            string.Join(", ", columns), (row, number) => keys.Check(Key(bound.Select(column => column.Cell(row))), number));
        return this;
    }

    /// <summary>Blank text of every dimension is the member null. Otherwise it is a member of its own.</summary>
    public FactReaderBuilder BlankAsNull() => With(_forms with { IsBlankNull = true });

    /// <summary>
    /// Words that stand for "no value" in columns of values, such as <c>--</c> or <c>n/a</c>, in any letter case. Blank text always does.
    /// </summary>
    /// <param name="words">The words.</param>
    /// <exception cref="ArgumentException">A word is null or blank.</exception>
    public FactReaderBuilder NoValue(params string[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var word in words)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(word, nameof(words));
        }

        return With(_forms with { NoValues = _forms.NoValues.Union(words.Select(word => word.Trim())) });
    }

    /// <inheritdoc cref="FactTableBuilder{TFact}.EachFactCovers"/>
    public FactReaderBuilder EachFactCovers(Grain grain)
    {
        _loader.EachFactCovers(grain);
        return this;
    }

    /// <inheritdoc cref="FactTableBuilder{TFact}.OrderedBy"/>
    public FactReaderBuilder OrderedBy(string column)
    {
        _loader.OrderBy(column);
        return this;
    }

    /// <inheritdoc cref="FactTableBuilder{TFact}.NewestFirst"/>
    public FactReaderBuilder NewestFirst()
    {
        _loader.PutNewestFirst();
        return this;
    }

    /// <inheritdoc cref="FactTableBuilder{TFact}.Covering"/>
    public FactReaderBuilder Covering(LocalDate start, LocalDate endExclusive, IEnumerable<DateInterval>? except = null)
    {
        _loader.Cover(start, endExclusive, except);
        return this;
    }

    /// <inheritdoc cref="FactTableBuilder{TFact}.NullMeansNone"/>
    public FactReaderBuilder NullMeansNone(string column)
    {
        _loader.TakeNullForNone(column);
        return this;
    }

    /// <inheritdoc cref="FactTableBuilder{TFact}.SettlesAfter"/>
    public FactReaderBuilder SettlesAfter(Duration time)
    {
        _loader.SettleAfter(time);
        return this;
    }

    /// <inheritdoc cref="FactTableBuilder{TFact}.KeepGoodRows"/>
    public FactReaderBuilder KeepGoodRows()
    {
        _loader.KeepGoodRows();
        return this;
    }

    // Null if all parts are blank. A bar in a part is doubled, so that it does not look like one between parts.
    private static string? Key(IEnumerable<object?> cells)
    {
        var parts = cells.Select(cell => cell is null or DBNull ? "" : CellParser.Text(cell)).ToList();
        if (parts.TrueForAll(string.IsNullOrWhiteSpace))
        {
            return null;
        }

        return string.Join(" | ", parts.Select(part => part.Replace("|", "||", StringComparison.Ordinal)));
    }
}

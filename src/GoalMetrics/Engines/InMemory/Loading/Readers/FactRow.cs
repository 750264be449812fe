using System.Data;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// One row of a data reader, as the functions of a <see cref="FactReaderBuilder"/> see it. It is the current row while the function runs,
/// and must not be kept. Columns are found by their names; a name that the reader does not have ends the loading with an
/// <see cref="ArgumentException"/>.
/// </summary>
public sealed class FactRow
{
    private readonly IDataRecord _record;
    private readonly ReaderColumns _columns;
    private readonly Func<CellText> _text;

    internal FactRow(IDataRecord record, ReaderColumns columns, Func<CellText> text)
    {
        _record = record;
        _columns = columns;
        _text = text;
    }

    // The unit of the value that is being computed; null while rows are chosen.
    internal Unit? Unit { get; set; }

    /// <summary>The cell as text, with its blanks and letter case; null where there is none. The same in every culture.</summary>
    /// <param name="column">The reader's column.</param>
    public string? this[string column] => Cell(column) is { } cell ? CellParser.Text(cell) : null;

    /// <summary>Whether there is no cell, or one of blanks alone.</summary>
    /// <param name="column">The reader's column.</param>
    public bool IsBlank(string column) => string.IsNullOrWhiteSpace(this[column]);

    /// <summary>
    /// The cell as a number, read as a column of values of the unit that is being computed; null where there is no value. The row is
    /// refused if it is not a number.
    /// </summary>
    /// <param name="column">The reader's column.</param>
    public decimal? Number(string column) => NumberIn(column, Unit);

    /// <summary>
    /// The cell as a number, read as a column of values of this unit: <c>row.Number("discount", Unit.Ratio)</c> is 0.1 for 10 %. Null where
    /// there is no value. The row is refused if it is not a number.
    /// </summary>
    /// <param name="column">The reader's column.</param>
    /// <param name="unit">What the cell is measured in.</param>
    public decimal? Number(string column, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return NumberIn(column, unit);
    }

    /// <summary>The cell as a date, read as by <see cref="FactReaderBuilder.AtDate"/>; null where it is blank.</summary>
    /// <param name="column">The reader's column.</param>
    public LocalDate? Date(string column)
    {
        if (IsBlank(column))
        {
            return null;
        }

        var cell = Cell(column);
        if (CellParser.Date(cell, _text(), out var date) is { } expected)
        {
            throw Refused(cell, expected, column);
        }

        return date;
    }

    /// <summary>
    /// The cell as a date and time of day on clocks that are not known, such as those of a zone that another column names; null where it is
    /// blank. One that states its offset is refused: it is more than that.
    /// </summary>
    /// <param name="column">The reader's column.</param>
    public LocalDateTime? LocalTime(string column)
    {
        if (IsBlank(column))
        {
            return null;
        }

        var cell = Cell(column);
        if (TimeParser.Local(cell, _text(), out var time) is { } expected)
        {
            throw Refused(cell, expected, column);
        }

        return time;
    }

    // Null for a null of a database too.
    private object? Cell(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var bound = _columns.ByName(column);
        try
        {
            if (bound.Cell(_record) is { } cell and not DBNull)
            {
                return cell;
            }

            return null;
        }
        catch (Exception thrown) when (CellProblem.IsOfTheRow(thrown))
        {
            throw new RefusedCellException(CellProblem.Of(thrown, column), thrown);
        }
    }

    private decimal? NumberIn(string column, Unit? unit)
    {
        var cell = Cell(column);
        if (CellParser.Number(cell, unit, _text(), out var number) is { } expected)
        {
            throw Refused(cell, expected, column);
        }

        return number;
    }

    private static RefusedCellException Refused(object? cell, string expected, string column) =>
        new(new(CellParser.Describe(cell), expected, column));
}

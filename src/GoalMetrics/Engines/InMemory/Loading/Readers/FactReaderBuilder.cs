using System.Data;
using System.Data.Common;
using System.Globalization;

namespace GoalMetrics;

/// <summary>
/// Describes how the rows of a data reader become a <see cref="FactTable"/>: columns by name. Values may be typed, as from a
/// database, or text, as from a CSV reader. Used once.
/// </summary>
/// <remarks>
/// <para>
/// Text is read in the culture that <see cref="In"/> states, which defaults to the invariant culture. Marks of thousands must stand where
/// they are written somewhere: <c>1,5</c> is refused, not read as 15. Blanks and apostrophes are marks of thousands in every culture; a
/// point or comma is one where it cannot be a decimal mark. Without a stated culture <c>1,234</c> and <c>1.234</c> are refused (the latter
/// not for ratios and scores), since each could be either number.
/// </para>
/// <para>
/// Negative amounts may have their minus before or behind them, or stand in parentheses. An amount of money may carry the sign or code of
/// its column's currency, and a ratio a percent sign; those of another unit are refused.
/// </para>
/// <para>
/// A name is looked for as it is written; if there is none, blanks around it and letters that cannot be seen, such as a byte order mark,
/// do not matter.
/// </para>
/// <para>
/// A row of several cells that are all blank, as an empty line of a file is, is passed over.
/// </para>
/// </remarks>
public sealed partial class FactReaderBuilder
{
    private readonly IDataReader _reader;
    private readonly FactLoader<IDataRecord> _loader;
    private readonly ReaderColumns _columns = new();
    private readonly List<ReaderColumn> _dimensions = [];
    private readonly FactRow _row;
    private CellForms _forms = new();
    private CellText _text = new(new());

    internal FactReaderBuilder(string name, IDataReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _reader = reader;
        _loader = new(name);
        _row = new(reader, _columns, () => _text);
        _loader.Recognise(EmptyRows.IsEmpty);
    }

    /// <summary>
    /// Text is read in this culture: with its decimal and group separators and, beside ISO 8601 dates, its order of day, month and
    /// year, as in <c>9.11.2011</c> or <c>09-11-2011</c> for da-DK.
    /// </summary>
    public FactReaderBuilder In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return With(_forms with { Culture = culture });
    }

    /// <summary>Reads all rows and builds the table.</summary>
    /// <exception cref="ArgumentException">
    /// The reader lacks a column, and the message suggests the nearest; or it has two columns of that name.
    /// </exception>
    /// <exception cref="RefusedRowException">A row is bad, and <see cref="KeepGoodRows"/> was not called. Nothing is loaded.</exception>
    /// <exception cref="InvalidOperationException">The facts have no time yet, or the builder was used before.</exception>
    public FactTable Build()
    {
        Begin();
        while (_reader.Read())
        {
            Add();
        }

        return _loader.Finish();
    }

    /// <summary>Reads all rows, without blocking if the reader can, and builds the table.</summary>
    /// <inheritdoc cref="Build"/>
    /// <exception cref="OperationCanceledException">The call was cancelled; nothing is loaded.</exception>
    public async ValueTask<FactTable> BuildAsync(CancellationToken cancellationToken = default)
    {
        Begin();
        cancellationToken.ThrowIfCancellationRequested();
        while (_reader is DbDataReader reader ? await reader.ReadAsync(cancellationToken).ConfigureAwait(false) : _reader.Read())
        {
            Add();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return _loader.Finish();
    }

    private void Begin()
    {
        _loader.Begin();
        _columns.Resolve(_reader);
        CheckNames();
        foreach (var column in _dimensions)
        {
            if (column.HasWholeNumbers(_reader))
            {
                _loader.TakeAsNumbers(column.Dimension!);
            }
        }
    }

    private void Add()
    {
        _columns.MoveTo(_reader);
        try
        {
            _loader.Add(_reader);
        }
        catch (UnknownColumnException unknown)
        {
            throw new ArgumentException(unknown.Message, unknown.Misuse);
        }
    }

    private FactReaderBuilder With(CellForms forms)
    {
        (_forms, _text) = (forms, new(forms));
        return this;
    }

    private FactReaderBuilder Read(string column, CellReader<IDataRecord> read)
    {
        _loader.Read(column, read);
        return this;
    }
}

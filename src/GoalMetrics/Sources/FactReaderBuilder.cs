using System.Data;
using System.Data.Common;
using System.Globalization;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Describes how the rows of a data reader become a <see cref="FactTable"/>: columns by name. Values may be typed, as from a
/// database, or text, as from a CSV reader; text is read in the invariant culture unless another is given. Used once.
/// </summary>
public sealed class FactReaderBuilder
{
    private readonly IDataReader _reader;
    private readonly FactLoader<IDataRecord> _loader;
    private readonly List<(string Column, Action<int> Bind)> _bindings = [];
    private CultureInfo _culture = CultureInfo.InvariantCulture;

    internal FactReaderBuilder(string name, IDataReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _reader = reader;
        _loader = new(name);
    }

    /// <summary>Text is read in this culture: its decimal separator, its short dates beside ISO 8601.</summary>
    public FactReaderBuilder In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        _culture = culture;
        return this;
    }

    /// <summary>Each row has a local date: a date, a date and time at midnight, or text such as <c>2011-11-09</c>.</summary>
    /// <param name="column">The reader's column.</param>
    public FactReaderBuilder AtDate(string column)
    {
        var ordinal = Bind(column);
        _loader.Time(FactTime.Date, column, (IDataRecord row, out CellProblem problem) =>
            CellParser.TryDate(row[ordinal()], _culture, out var date, out problem) && _loader.TimeColumn.Stage(date, out problem));
        return this;
    }

    /// <summary>Each row has an instant: a time with offset, a UTC time, or text such as <c>2011-11-09T14:05:00Z</c>.</summary>
    /// <param name="column">The reader's column.</param>
    public FactReaderBuilder AtInstant(string column)
    {
        var ordinal = Bind(column);
        _loader.Time(FactTime.Instant, column, (IDataRecord row, out CellProblem problem) =>
            CellParser.TryInstant(row[ordinal()], out var instant, out problem) && _loader.TimeColumn.Stage(instant, out problem));
        return this;
    }

    /// <summary>All rows belong to one date: a snapshot, such as a list of customers.</summary>
    public FactReaderBuilder AllAt(LocalDate date)
    {
        _loader.Time(FactTime.Date, "time", (IDataRecord _, out CellProblem problem) => _loader.TimeColumn.Stage(date, out problem));
        return this;
    }

    /// <summary>A dimension. A null member is a member of its own; so is empty text.</summary>
    /// <param name="name">The name of the dimension, and of the reader's column.</param>
    /// <param name="column">The reader's column, where it has another name.</param>
    public FactReaderBuilder Dimension(string name, string? column = null)
    {
        var ordinal = Bind(column ?? name);
        var dimension = _loader.Dimension(name);
        _loader.Read(column ?? name, (IDataRecord row, out CellProblem problem) =>
            dimension.Stage(row[ordinal()] is var cell and not DBNull ? Convert.ToString(cell, CultureInfo.InvariantCulture) : null, out problem));
        return this;
    }

    /// <summary>A column of values. Null and empty text are no value; they are skipped, and counted.</summary>
    /// <param name="name">The name of the values, and of the reader's column.</param>
    /// <param name="unit">What the values are measured in.</param>
    /// <param name="column">The reader's column, where it has another name.</param>
    public FactReaderBuilder Value(string name, Unit unit, string? column = null) => Values(new(name, unit), column ?? name);

    /// <summary>A column of distinct counts made before: each for one period of the grain and one member of every dimension. They are never added up.</summary>
    /// <param name="name">The name of the values, and of the reader's column.</param>
    /// <param name="unit">What the values are measured in.</param>
    /// <param name="per">The grain each value was counted for.</param>
    /// <param name="column">The reader's column, where it has another name.</param>
    public FactReaderBuilder DistinctCount(string name, Unit unit, Grain per, string? column = null) => Values(new(name, unit, per), column ?? name);

    /// <inheritdoc cref="FactTableBuilder{TFact}.Covering"/>
    public FactReaderBuilder Covering(LocalDate from, LocalDate until)
    {
        _loader.Cover(from, until);
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
        _loader.KeepGoodRows = true;
        return this;
    }

    /// <summary>Reads all rows and builds the table.</summary>
    /// <exception cref="ArgumentException">The reader lacks a column; the message names the nearest.</exception>
    /// <exception cref="RefusedRowException">A row is bad, and <see cref="KeepGoodRows"/> was not called. Nothing is loaded.</exception>
    /// <exception cref="InvalidOperationException">It was not said when the facts happened, or the builder was used before.</exception>
    public FactTable Build()
    {
        Begin();
        while (_reader.Read())
        {
            _loader.Add(_reader);
        }

        return _loader.Finish();
    }

    /// <summary>Reads all rows without blocking, where the reader can, and builds the table.</summary>
    /// <inheritdoc cref="Build"/>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing is loaded.</exception>
    public async Task<FactTable> BuildAsync(CancellationToken cancellationToken = default)
    {
        Begin();
        while (_reader is DbDataReader reader ? await reader.ReadAsync(cancellationToken).ConfigureAwait(false) : _reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            _loader.Add(_reader);
        }

        return _loader.Finish();
    }

    private FactReaderBuilder Values(FactColumn definition, string column)
    {
        var ordinal = Bind(column);
        var values = _loader.Value(definition);
        _loader.Read(column, (IDataRecord row, out CellProblem problem) => row[ordinal()] switch
        {
            null or DBNull or "" => values.StageNull(out problem),
            bool yes => values.Stage(yes ? 1 : 0, out problem),
            double number => values.Stage(number, out problem),
            float number => values.Stage(number, out problem),
            var cell => CellParser.TryNumber(cell, _culture, out var number, out problem) && values.Stage(number, out problem),
        });
        return this;
    }

    private Func<int> Bind(string column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        var found = -1;
        _bindings.Add((column, ordinal => found = ordinal));
        return () => found;
    }

    private void Begin()
    {
        var names = Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetName).ToList();
        foreach (var (column, bind) in _bindings)
        {
            var ordinal = names.IndexOf(column);
            if (ordinal < 0)
            {
                throw new ArgumentException(
                    $"The reader has no column {Shown.Quote(column)}; it has {(names.Count == 0 ? "none" : Shown.List(names))}.{Nearest.Hint(column, names)}");
            }

            bind(ordinal);
        }

        _loader.Begin();
    }
}

using System.Data;
using System.Data.Common;
using System.Globalization;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Describes how the rows of a data reader become a <see cref="FactTable"/>: columns by name. Values may be typed, as from a
/// database, or text, as from a CSV reader. Used once.
/// </summary>
/// <remarks>
/// Text is read in the culture that <see cref="In"/> states, which defaults to the invariant culture. Group separators must stand where
/// the culture writes them: <c>1,5</c> is refused, not read as 15. Without a stated culture <c>1,234</c> is refused too, since it could
/// also mean 1.234.
/// </remarks>
public sealed partial class FactReaderBuilder
{
    private readonly IDataReader _reader;
    private readonly FactLoader<IDataRecord> _loader;
    private readonly List<Binding> _bindings = [];
    private CellText _text = new(null);

    internal FactReaderBuilder(string name, IDataReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _reader = reader;
        _loader = new(name);
    }

    /// <summary>
    /// Text is read in this culture: with its decimal and group separators and, beside ISO 8601 dates, its order of day, month and
    /// year, as in <c>9.11.2011</c> or <c>09-11-2011</c> for da-DK.
    /// </summary>
    public FactReaderBuilder In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        _text = new(culture);
        return this;
    }

    /// <summary>Each row has a local date: a date, a date and time at midnight, or text such as <c>2011-11-09</c>.</summary>
    /// <param name="column">The reader's column.</param>
    public FactReaderBuilder AtDate(string column)
    {
        var bound = Bind(column);
        _loader.Time(FactTime.Date);
        return Read(column, (row, slot) => _loader.TimeColumn.StageDate(slot, bound.Cell(row), _text));
    }

    /// <summary>Each row has an instant: a time with offset, a UTC time, or text such as <c>2011-11-09T14:05:00Z</c>.</summary>
    /// <param name="column">The reader's column.</param>
    public FactReaderBuilder AtInstant(string column)
    {
        var bound = Bind(column);
        _loader.Time(FactTime.Instant);
        return Read(column, (row, slot) => _loader.TimeColumn.StageInstant(slot, bound.Cell(row)));
    }

    /// <summary>All rows belong to one date: a snapshot, such as a list of customers.</summary>
    public FactReaderBuilder AllAt(LocalDate date)
    {
        _loader.Time(FactTime.Date);
        return Read("time", (_, slot) => _loader.TimeColumn.Stage(slot, (LocalDate?)date));
    }

    /// <summary>
    /// A dimension. Null is a member of its own, and so is empty text. Text is taken as it stands, with its blanks and letter case.
    /// </summary>
    /// <param name="name">The name of the dimension, and of the reader's column.</param>
    /// <param name="column">The reader's column, where it has another name.</param>
    public FactReaderBuilder Dimension(string name, string? column = null)
    {
        var bound = Bind(column ?? name);
        bound.Dimension = name;
        var dimension = _loader.Dimension(new(name));
        return Read(bound.Column, (row, slot) => dimension.StageMember(slot, bound.Cell(row)));
    }

    /// <inheritdoc cref="FactTableBuilder{TFact}.MembersInOrder"/>
    public FactReaderBuilder MembersInOrder(string dimension, params string[] members)
    {
        _loader.OrderMembers(dimension, members);
        return this;
    }

    /// <summary>A column of values; true counts 1 and false 0. Null and blank text are no value; they are skipped, and counted.</summary>
    /// <param name="name">The name of the values, and of the reader's column.</param>
    /// <param name="unit">What the values are measured in.</param>
    /// <param name="column">The reader's column, where it has another name.</param>
    public FactReaderBuilder Value(string name, Unit unit, string? column = null) => Values(new(name, unit), column ?? name);

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
    public FactReaderBuilder Balance(string name, Unit unit, string? column = null) =>
        Values(new(name, unit, isBalance: true), column ?? name);

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
            _loader.Add(_reader);
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
            _loader.Add(_reader);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return _loader.Finish();
    }

    private FactReaderBuilder Values(FactColumn definition, string column)
    {
        var bound = Bind(column);
        var values = _loader.Value(definition);
        return Read(column, (row, slot) => values.StageValue(slot, bound.Cell(row), _text));
    }

    private FactReaderBuilder Read(string column, CellReader<IDataRecord> read)
    {
        _loader.Read(column, read);
        return this;
    }

    private Binding Bind(string column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        var binding = new Binding(column);
        _bindings.Add(binding);
        return binding;
    }

    private void Begin()
    {
        _loader.Begin();
        var names = Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetName).ToList();
        foreach (var binding in _bindings)
        {
            binding.To(names);
            if (binding.Dimension is { } dimension && binding.HasWholeNumbers(_reader))
            {
                _loader.TakeAsNumbers(dimension);
            }
        }
    }

    // A column of the reader: by name until the reader's columns are known, then by number.
    private sealed class Binding(string column)
    {
        private int _ordinal;

        public string Column => column;

        // The dimension that the column is read into; null for other columns.
        public string? Dimension { get; set; }

        public object? Cell(IDataRecord row) => row.GetValue(_ordinal);

        public bool HasWholeNumbers(IDataReader reader) =>
            reader.GetFieldType(_ordinal) is { IsEnum: false } type && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;

        // A byte order mark and its like, which would make two names look the same.
        private static string Visible(string name) => string.Concat(name.Select(letter =>
            IsInvisible(letter) ? FormattableString.Invariant($"\\u{(int)letter:X4}") : letter.ToString()));

        private static bool IsInvisible(char letter) =>
            char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control;

        public void To(List<string> names)
        {
            _ordinal = names.IndexOf(column);
            if (_ordinal < 0)
            {
                List<string> visible = [.. names.Select(Visible)];
                var all = visible.Count == 0 ? "none" : Shown.List(visible);
                var hint = Nearest.Hint(column, visible);
                throw new ArgumentException($"The reader has no column {Shown.Quote(column)}; it has {all}.{hint}");
            }

            if (names.LastIndexOf(column) != _ordinal)
            {
                throw new ArgumentException(
                    $"The reader has more than one column {Shown.Quote(column)}: which one is meant? Give each a name of its own.");
            }
        }
    }
}

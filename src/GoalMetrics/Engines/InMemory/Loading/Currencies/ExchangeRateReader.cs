using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Describes how the rows of a data reader become <see cref="ExchangeRates"/>: a row for each day and currency, or a row for each day with
/// a column for each currency. Used once; not safe for several threads.
/// </summary>
/// <remarks>
/// Values may be typed, as from a database, or text, as from a CSV reader, which is read in the culture that <see cref="In"/> states and
/// otherwise in the invariant one. A blank cell and <c>N/A</c> are not rates. Currencies that are not in ISO 4217 today, such as CYP, are
/// left out: no amount can be in them.
/// </remarks>
public sealed class ExchangeRateReader
{
    private const string Table = "exchange rates";
    private const string NotQuoted = "N/A";

    private readonly IDataReader _reader;
    private readonly List<ExchangeRate> _rates = [];
    private CellText _text = new(new CellForms());
    private string? _date;
    private Quotation? _quotation;
    private bool _isUsed;
    private long _row;

    internal ExchangeRateReader(IDataReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _reader = reader;
    }

    /// <summary>Text is read in this culture. Defaults to the invariant culture.</summary>
    public ExchangeRateReader In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        _text = new(new CellForms { Culture = culture });
        return this;
    }

    /// <summary>The column with the day of each rate.</summary>
    public ExchangeRateReader AtDate(string column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        _date = column;
        return this;
    }

    /// <summary>
    /// Each row states how much of a currency one of the base buys: <c>OneBuys("EUR", currency: "currency", rate: "rate")</c> for a row
    /// that reads USD, 1.0925 where one euro is 1.0925 dollars.
    /// </summary>
    /// <param name="baseCurrency">The code of the base.</param>
    /// <param name="currency">The column with the code of the other currency.</param>
    /// <param name="rate">The column with the rate.</param>
    /// <exception cref="ArgumentException">The code is not in ISO 4217.</exception>
    public ExchangeRateReader OneBuys(string baseCurrency, string currency, string rate) =>
        Quoting(new(Currency.Of(baseCurrency, nameof(baseCurrency)), IsPerBase: true, Column(currency), Column(rate)));

    /// <summary>
    /// Each column whose name is the code of a currency states how much of it one of the base buys, as in the file that the European
    /// Central Bank publishes. Other columns are ignored.
    /// </summary>
    /// <param name="baseCurrency">The code of the base.</param>
    /// <exception cref="ArgumentException">The code is not in ISO 4217.</exception>
    public ExchangeRateReader OneBuys(string baseCurrency) =>
        Quoting(new(Currency.Of(baseCurrency, nameof(baseCurrency)), IsPerBase: true, null, null));

    /// <summary>
    /// Each row states what one of a currency costs in the base: <c>OneCosts("DKK", currency: "currency", rate: "rate")</c> for a row that
    /// reads USD, 6.83 where one dollar costs 6.83 kroner.
    /// </summary>
    /// <param name="baseCurrency">The code of the base.</param>
    /// <param name="currency">The column with the code of the other currency.</param>
    /// <param name="rate">The column with the rate.</param>
    /// <exception cref="ArgumentException">The code is not in ISO 4217.</exception>
    public ExchangeRateReader OneCosts(string baseCurrency, string currency, string rate) =>
        Quoting(new(Currency.Of(baseCurrency, nameof(baseCurrency)), IsPerBase: false, Column(currency), Column(rate)));

    /// <summary>Reads all rows and builds the table of rates.</summary>
    /// <exception cref="ArgumentException">
    /// The reader lacks a column, and the message suggests the nearest; or <see cref="ExchangeRates.From(IEnumerable{ExchangeRate})"/>
    /// refuses the rates, as where two are of the same day.
    /// </exception>
    /// <exception cref="RefusedRowException">A row is bad. Nothing is loaded.</exception>
    /// <exception cref="InvalidOperationException">It was not stated where the rates stand, or the builder was used before.</exception>
    public ExchangeRates Build()
    {
        var columns = Begin();
        while (_reader.Read())
        {
            Add(columns);
        }

        return ExchangeRates.From(_rates);
    }

    /// <summary>Reads all rows, without blocking if the reader can, and builds the table of rates.</summary>
    /// <inheritdoc cref="Build"/>
    /// <exception cref="OperationCanceledException">The call was cancelled; nothing is loaded.</exception>
    public async ValueTask<ExchangeRates> BuildAsync(CancellationToken cancellationToken = default)
    {
        var columns = Begin();
        cancellationToken.ThrowIfCancellationRequested();
        while (_reader is DbDataReader reader ? await reader.ReadAsync(cancellationToken).ConfigureAwait(false) : _reader.Read())
        {
            Add(columns);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return ExchangeRates.From(_rates);
    }

    private static string Column(string column, [CallerArgumentExpression(nameof(column))] string parameter = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column, parameter);
        return column;
    }

    private ExchangeRateReader Quoting(Quotation quotation)
    {
        if (_quotation is not null)
        {
            throw new InvalidOperationException("It was stated twice where the rates stand. Call OneBuys or OneCosts once.");
        }

        _quotation = quotation;
        return this;
    }

    private Columns Begin()
    {
        if (_isUsed)
        {
            throw new InvalidOperationException("These rates were read already. Begin anew with ExchangeRates.From.");
        }

        if (_date is null || _quotation is null)
        {
            throw new InvalidOperationException(
                "It was not stated where the rates stand. Call AtDate(column), and OneBuys or OneCosts for the currency and the rate.");
        }

        _isUsed = true;
        List<string> names = [.. Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetName)];
        return new(names, _date, _quotation);
    }

    private void Add(Columns columns)
    {
        _row++;
        if (columns.Currency is not { } place)
        {
            foreach (var (currency, ordinal) in columns.ByCurrency)
            {
                Add(columns, currency, ordinal);
            }

            return;
        }

        if (EmptyRows.IsEmpty(_reader))
        {
            return;
        }

        var code = Text(_reader.GetValue(place))
            ?? throw Refused(columns, place, "no currency", "the code of a currency, such as USD");
        if (CurrencyCodes.Find(code) is { } found)
        {
            Add(columns, found, columns.Rate);
        }
    }

    private void Add(Columns columns, Currency currency, int ordinal)
    {
        if (Text(_reader.GetValue(ordinal)) is null)
        {
            return;
        }

        var date = DateIn(columns);
        if (ReferenceEquals(currency, columns.Base))
        {
            return;
        }

        var rate = RateIn(columns, ordinal);
        var (from, to) = columns.IsPerBase ? (columns.Base, currency) : (currency, columns.Base);
        _rates.Add(new ExchangeRate(from.Code, to.Code, rate, date));
    }

    private LocalDate DateIn(Columns columns)
    {
        var cell = _reader.GetValue(columns.Date);
        if (CellParser.Date(cell, _text, out var date) is { } expected)
        {
            throw Refused(columns, columns.Date, CellParser.Describe(cell), expected);
        }

        return date;
    }

    private decimal RateIn(Columns columns, int ordinal)
    {
        var cell = _reader.GetValue(ordinal);
        var expected = CellParser.Number(cell, Unit.Ratio, _text, out var rate);
        if (expected is null && rate is > 0m)
        {
            return rate.Value;
        }

        throw Refused(columns, ordinal, CellParser.Describe(cell), "a rate above 0, such as 1.0925, or nothing");
    }

    // Null where nothing stands in the cell.
    private static string? Text(object? cell)
    {
        var text = cell is null or DBNull ? null : CellParser.Text(cell).Trim();
        if (string.IsNullOrEmpty(text) || text == NotQuoted)
        {
            return null;
        }

        return text;
    }

    private RefusedRowException Refused(Columns columns, int ordinal, string found, string expected) =>
        new(new(Table, _row, columns.Names[ordinal], found, expected, null), "Mend the row, or leave it out.");

    // Which currency each rate is of, and which way it is quoted. The columns are null where each currency has its own.
    private sealed record Quotation(Currency Base, bool IsPerBase, string? Currency, string? Rate);

    // The reader's columns by number.
    private sealed class Columns
    {
        public Columns(List<string> names, string date, Quotation quotation)
        {
            Names = names;
            Base = quotation.Base;
            IsPerBase = quotation.IsPerBase;
            Date = PlaceOf(date);
            if (quotation is { Currency: { } currency, Rate: { } rate })
            {
                Currency = PlaceOf(currency);
                Rate = PlaceOf(rate);
                return;
            }

            for (var place = 0; place < names.Count; place++)
            {
                if (GoalMetrics.Currency.Find(names[place].Trim()) is { } found)
                {
                    ByCurrency.Add((found, place));
                }
            }
        }

        public List<string> Names { get; }

        public Currency Base { get; }

        public bool IsPerBase { get; }

        public int Date { get; }

        // Null where each currency has a column of its own.
        public int? Currency { get; }

        public int Rate { get; }

        public List<(Currency Currency, int Place)> ByCurrency { get; } = [];

        private int PlaceOf(string column)
        {
            var place = Names.IndexOf(column);
            if (place >= 0)
            {
                return place;
            }

            throw new ArgumentException(
                $"The reader has no column {Shown.Quote(column)}; it has {Shown.List(Names)}.{Nearest.Hint(column, Names)}");
        }
    }
}

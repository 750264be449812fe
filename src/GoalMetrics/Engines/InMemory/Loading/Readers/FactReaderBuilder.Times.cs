using System.Data;
using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.TimeZones;

namespace GoalMetrics;

// When the facts happened.
public sealed partial class FactReaderBuilder
{
    private ZoneClock? _zone;
    private ZoneLocalMappingResolver? _resolver;
    private string? _timeColumn;

    /// <summary>
    /// Each row has a local date: a date, a date and time at midnight, or text such as <c>2011-11-09</c>, <c>20111109</c>, or one in the
    /// order of the culture's short date.
    /// </summary>
    /// <param name="column">The reader's column.</param>
    public FactReaderBuilder AtDate(string column) =>
        AtCell(column, FactTime.Date, (slot, cell) => _loader.TimeColumn.StageDate(slot, cell, _text));

    /// <summary>
    /// Each row has an instant: a time with offset, a UTC time, or text such as <c>2011-11-09T14:05:00Z</c> or
    /// <c>2011-11-09 15:05 +0100</c>.
    /// </summary>
    /// <param name="column">The reader's column.</param>
    public FactReaderBuilder AtInstant(string column) =>
        AtCell(column, FactTime.Instant, (slot, cell) => _loader.TimeColumn.StageInstant(slot, cell, _text));

    /// <summary>
    /// Each row has a date and time of UTC that need not say so: text such as <c>2011-11-09 14:05</c>, or a <see cref="DateTime"/> of no
    /// stated kind. One that states its offset is taken at its word.
    /// </summary>
    /// <param name="column">The reader's column.</param>
    public FactReaderBuilder AtUtc(string column) => AtLocalTime(column, DateTimeZone.Utc);

    /// <summary>
    /// Each row has a date and time on the clocks of a zone, such as <c>09.11.2011 14:05</c> or <c>11/9/2011 2:05 PM</c> in the order of
    /// the culture's short date, or a <see cref="DateTime"/> of no stated kind. One that states its offset is taken at its word.
    /// </summary>
    /// <remarks>
    /// A time that the clocks skipped, or showed twice, is refused: <see cref="ResolveLocalTimes"/> says how to take it.
    /// </remarks>
    /// <param name="column">The reader's column.</param>
    /// <param name="zone">The zone, such as that of a <see cref="ReportingCalendar"/>.</param>
    public FactReaderBuilder AtLocalTime(string column, DateTimeZone zone)
    {
        var clock = Clock(zone);
        return AtCell(column, FactTime.Instant, (slot, cell) => _loader.TimeColumn.StageLocal(slot, cell, _text, clock));
    }

    /// <summary>Each row has a date in one column and the time of day in another, on the clocks of a zone.</summary>
    /// <inheritdoc cref="AtLocalTime(string, DateTimeZone)" path="/remarks"/>
    /// <param name="dateColumn">The reader's column of dates.</param>
    /// <param name="timeColumn">The reader's column of times of day, such as <c>14:05</c>.</param>
    /// <param name="zone">The zone, such as that of a <see cref="ReportingCalendar"/>.</param>
    public FactReaderBuilder AtLocalTime(string dateColumn, string timeColumn, DateTimeZone zone)
    {
        var clock = Clock(zone);
        var time = _columns.Column(timeColumn);
        return AtCell(dateColumn, FactTime.Instant, (slot, cell) =>
            _loader.TimeColumn.StageLocal(slot, cell, (timeColumn, time.Cell(_reader)), _text, clock));
    }

    /// <summary>
    /// How times are taken that the clocks of the zone skipped or showed twice, such as <c>Resolvers.LenientResolver</c> of NodaTime: the
    /// first of two, and what was skipped as much later. Defaults to refusing them.
    /// </summary>
    /// <param name="resolver">Gets what the zone knows of the local time, and returns the time that is meant.</param>
    public FactReaderBuilder ResolveLocalTimes(ZoneLocalMappingResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        _resolver = resolver;
        _zone?.Resolver = resolver;
        return this;
    }

    /// <summary>Each row has a time in seconds since 1970 (UTC), as a number or as text; they may have decimals.</summary>
    /// <param name="column">The reader's column.</param>
    public FactReaderBuilder AtUnixSeconds(string column) => AtCell(
        column, FactTime.Instant, (slot, cell) => _loader.TimeColumn.StageUnix(slot, cell, _text, NodaConstants.TicksPerSecond));

    /// <summary>Each row has a time in milliseconds since 1970 (UTC), as a number or as text.</summary>
    /// <param name="column">The reader's column.</param>
    public FactReaderBuilder AtUnixMilliseconds(string column) => AtCell(
        column, FactTime.Instant, (slot, cell) => _loader.TimeColumn.StageUnix(slot, cell, _text, NodaConstants.TicksPerMillisecond));

    /// <summary>
    /// Each row has a date as Excel keeps it, the number of its day: 1 is 1 January 1900, 40877 is 30 November 2011. Cells that hold a date
    /// as <see cref="AtDate"/> takes it are read too.
    /// </summary>
    /// <param name="column">The reader's column.</param>
    public FactReaderBuilder AtExcelDate(string column) =>
        AtCell(column, FactTime.Date, (slot, cell) => _loader.TimeColumn.StageExcelDate(slot, cell, _text));

    /// <summary>
    /// Each row has a date and time as Excel keeps it, the number of its day with the time of day as a fraction, to the millisecond:
    /// 40877.5 is noon of 30 November 2011, on the clocks of the zone. Cells as <see cref="AtLocalTime(string, DateTimeZone)"/> takes them
    /// are read too.
    /// </summary>
    /// <inheritdoc cref="AtLocalTime(string, DateTimeZone)"/>
    public FactReaderBuilder AtExcelTime(string column, DateTimeZone zone)
    {
        var clock = Clock(zone);
        return AtCell(column, FactTime.Instant, (slot, cell) => _loader.TimeColumn.StageExcelTime(slot, cell, _text, clock));
    }

    /// <summary>Each row has a date that is computed from its cells. A row without one is refused.</summary>
    public FactReaderBuilder At(Func<FactRow, LocalDate?> date)
    {
        ArgumentNullException.ThrowIfNull(date);
        _loader.Time(FactTime.Date);
        return Read("time", (_, slot) => _loader.TimeColumn.Stage(slot, date(RowFor(null))));
    }

    /// <summary>Each row has an instant that is computed from its cells. A row without one is refused.</summary>
    public FactReaderBuilder At(Func<FactRow, Instant?> instant)
    {
        ArgumentNullException.ThrowIfNull(instant);
        _loader.Time(FactTime.Instant);
        return Read("time", (_, slot) => _loader.TimeColumn.Stage(slot, instant(RowFor(null))));
    }

    /// <summary>All rows belong to one date: a snapshot, such as a list of customers.</summary>
    public FactReaderBuilder AllAt(LocalDate date)
    {
        _loader.Time(FactTime.Date);

        // Without a time of its own, an empty line would be a fact.
        _loader.Where(row => !EmptyRows.IsEmptyLine(row));
        return Read("time", (_, slot) => _loader.TimeColumn.Stage(slot, (LocalDate?)date));
    }

    /// <summary>
    /// Years of two digits are read as those of the hundred years from this one on: from 1970, 70 is 1970 and 69 is 2069. Otherwise they
    /// are refused.
    /// </summary>
    /// <param name="firstYear">The first year, from 1 to 9899.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year lies outside these.</exception>
    public FactReaderBuilder TwoDigitYearsFrom(int firstYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstYear, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstYear, 9899);
        return With(_forms with { FirstTwoDigitYear = firstYear });
    }

    private FactReaderBuilder AtCell(
        string column,
        FactTime kind,
        Func<int, object?, CellProblem?> stage,
        [CallerArgumentExpression(nameof(column))] string parameter = "")
    {
        var bound = _columns.Column(column, parameter);
        _loader.Time(kind);
        return AtCells(column, bound, (row, slot) => stage(slot, bound.Cell(row)));
    }

    private FactReaderBuilder AtCells(string column, ReaderColumn bound, CellReader<IDataRecord> stage)
    {
        _timeColumn = column;
        return Read(column, (row, slot) => stage(row, slot) is { } problem ? WithHint(problem, bound.Cell(row)) : null);
    }

    // A line of totals, or the names once more, has no time at all: the shortest, such as 1.9.26, has four digits.
    private static CellProblem WithHint(CellProblem problem, object? cell)
    {
        const string Hint = "a row that is no fact, such as a total or one without a time, is passed over with Where(row => …)";
        var isNoFact = problem.Column is null && cell is string text && HasNoTime(text);
        if (isNoFact)
        {
            return problem with { Expected = $"{problem.Expected}; {Hint}" };
        }

        return problem;
    }

    private static bool HasNoTime(string text) =>
        string.IsNullOrWhiteSpace(text) || (text.Any(char.IsLetter) && text.Count(char.IsDigit) < 3);

    // A reader that takes the first row of a file without a line of names for the names would lose it.
    private void CheckNames()
    {
        if (_timeColumn is not null && _columns.OwnNameOf(_timeColumn) is { } name && IsTime(name))
        {
            throw new ArgumentException(
                $"The reader took the first row for the names of its columns: that of {Shown.Quote(_timeColumn)} was {Shown.Quote(name)}."
                + " State to it that the file has no line of names, such as HasHeaders = false or HasHeaderRecord = false.");
        }
    }

    private bool IsTime(string name) => _text.Date(name, out _) is null || _text.DateAndTime(name, out _, out _) is null;

    private ZoneClock Clock(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return _zone = new(zone) { Resolver = _resolver };
    }
}

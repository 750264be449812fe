using NodaTime;

namespace GoalMetrics;

// When facts of several zones happened, each by its own clocks.
public sealed partial class FactReaderBuilder
{
    /// <summary>
    /// Each row has a date and time by the clocks where it happened, wherever that was; with an offset or without, it is taken as it
    /// reads. Its day and its hour are those of the clocks there.
    /// </summary>
    /// <remarks>
    /// A row is placed where the clocks of the calendar show what the clocks showed where it happened, as
    /// <see cref="FactTableBuilder{TFact}.AtWallTime(Func{TFact, Instant?}, Func{TFact, string?}, ReportingCalendar)"/> describes.
    /// </remarks>
    /// <param name="column">The reader's column.</param>
    /// <param name="calendar">The calendar of the source that the table is for.</param>
    public FactReaderBuilder AtWallTime(string column, ReportingCalendar calendar)
    {
        var bound = _columns.Column(column);
        var clocks = Clocks(calendar);
        return AtCells(column, bound, (row, slot) => _loader.TimeColumn.StageWallTime(slot, bound.Cell(row), _text, clocks));
    }

    /// <summary>
    /// Each row has a date and time in one column and the zone in which it happened in another: its day and its hour are those of the
    /// clocks there. A time with an offset, or one of UTC that says so, is an instant; one without is what the clocks of the zone showed. A
    /// row of an unknown zone is refused.
    /// </summary>
    /// <remarks>
    /// A row is placed where the clocks of the calendar show what the clocks showed where it happened, as
    /// <see cref="FactTableBuilder{TFact}.AtWallTime(Func{TFact, Instant?}, Func{TFact, string?}, ReportingCalendar)"/> describes.
    /// </remarks>
    /// <param name="column">The reader's column of times.</param>
    /// <param name="zoneColumn">The reader's column of IANA zones, such as <c>Asia/Tokyo</c>.</param>
    /// <param name="calendar">The calendar of the source that the table is for.</param>
    public FactReaderBuilder AtWallTime(string column, string zoneColumn, ReportingCalendar calendar)
    {
        var (bound, zone) = (_columns.Column(column), _columns.Column(zoneColumn));
        var clocks = Clocks(calendar);
        return AtCells(column, bound, (row, slot) =>
            _loader.TimeColumn.StageWallTime(slot, bound.Cell(row), (zoneColumn, zone.Cell(row)), _text, clocks));
    }

    /// <summary>
    /// Each row has a date in one column, the time of day in another, and the zone in which it happened in a third: its day and its hour
    /// are those of the clocks there. A row of an unknown zone is refused.
    /// </summary>
    /// <inheritdoc cref="AtWallTime(string, string, ReportingCalendar)" path="/remarks"/>
    /// <param name="dateColumn">The reader's column of dates.</param>
    /// <param name="timeColumn">The reader's column of times of day, such as <c>14:05</c>; one with an offset is an instant.</param>
    /// <param name="zoneColumn">The reader's column of IANA zones, such as <c>Asia/Tokyo</c>.</param>
    /// <param name="calendar">The calendar of the source that the table is for.</param>
    public FactReaderBuilder AtWallTime(string dateColumn, string timeColumn, string zoneColumn, ReportingCalendar calendar)
    {
        var date = _columns.Column(dateColumn);
        var (time, zone) = (_columns.Column(timeColumn), _columns.Column(zoneColumn));
        var clocks = Clocks(calendar);
        return AtCells(dateColumn, date, (row, slot) => _loader.TimeColumn.StageWallTime(
            slot, date.Cell(row), (timeColumn, time.Cell(row)), (zoneColumn, zone.Cell(row)), _text, clocks));
    }

    private WallClocks Clocks(ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        _loader.TimeOn(calendar);
        return new(calendar);
    }
}

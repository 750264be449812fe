using NodaTime;

namespace GoalMetrics;

// The times of base events and conversions in one measure: days where both tables have dates, else ticks, a date at its start.
internal sealed class EventTimes
{
    private readonly FactTable _base;
    private readonly FactTable _conversions;
    private readonly ReportingCalendar _calendar;
    private readonly bool _inDays;
    private readonly Duration _from;
    private readonly Duration _window;
    private readonly long _seenBefore;
    private readonly long _closedUntil;

    public EventTimes(FactTable baseTable, EventTable conversions, EventConversion match, ReportingCalendar calendar, Instant asOf)
    {
        _base = baseTable;
        _conversions = conversions.Table;
        _calendar = calendar;
        _inDays = IsOfDates(baseTable) && IsOfDates(_conversions);
        (_from, _window) = (match.From, match.Window);

        // Nothing is known of the conversions after those of the table are complete: windows open then stay open.
        var complete = Complete(conversions, calendar);

        // A moment before or after all supported dates sees nothing or everything.
        var (first, last) = (calendar.StartOf(ReportingCalendar.MinDate), calendar.StartOf(ReportingCalendar.MaxDate));
        var moment = Instant.Max(first, Instant.Min(asOf, last));
        _seenBefore = TimeColumn.FirstFrom(asOf, _inDays ? FactTime.Date : FactTime.Instant, calendar);
        if (_inDays)
        {
            _closedUntil = Math.Min(TimeColumn.Number(calendar.DateHolding(moment)), TimeColumn.Number(complete));
        }
        else
        {
            _closedUntil = Math.Min(moment.ToUnixTimeTicks(), calendar.StartOf(complete).ToUnixTimeTicks());
        }
    }

    public bool IsSeen(int row) => Base(row) < _seenBefore;

    public bool IsConversionSeen(int row) => Conversion(row) < _seenBefore;

    public bool IsMature(int row) => End(row) <= _closedUntil;

    public bool IsInWindow(int row, int conversion) => Conversion(conversion) < End(row);

    // Whether the window of the one has opened by the time of the other.
    public bool HasOpened(int row, int conversion) => Opening(row) <= Conversion(conversion);

    // Whether no base event converts another at the same time.
    public bool StartsLater => _from > Duration.Zero;

    public bool AreAtOneTime(int left, int right) => Base(left) == Base(right);

    // A day between two dates is as long as any other.
    public long TicksBetween(int row, int conversion)
    {
        var between = Conversion(conversion) - Base(row);
        if (_inDays)
        {
            return between * NodaConstants.TicksPerDay;
        }

        return between;
    }

    public bool IsEarlier(int conversion, int other) => Conversion(conversion) < Conversion(other);

    public int CompareBases(int left, int right) => _base.OrderOf(left).CompareTo(_base.OrderOf(right));

    // The date up to which the events are complete: the stated one, or the one after the last of them.
    private static LocalDate Complete(EventTable events, ReportingCalendar calendar)
    {
        var table = events.Table;
        if (table.Coverage.EndExclusive is { } end)
        {
            return end;
        }

        if (table.FactsAmong(table.Seen(events.Within, calendar)) is not var (_, last))
        {
            return ReportingCalendar.MinDate;
        }

        var date = IsOfDates(table) ? TimeColumn.Date(last) : calendar.DateHolding(Instant.FromUnixTimeTicks(last));
        return date.PlusDays(1);
    }

    private static bool IsOfDates(FactTable table) => table.Schema.Time == FactTime.Date;

    private long Base(int row) => Time(_base, _base.TimeColumn.Times[row]);

    private long Conversion(int row) => Time(_conversions, _conversions.TimeColumn.Times[row]);

    private long Opening(int row)
    {
        if (_from == Duration.Zero)
        {
            return Base(row);
        }

        return Later(row, _from);
    }

    private long End(int row) => Later(row, _window);

    // A date's window starts and ends where a day starts, whatever the clocks do in between.
    private long Later(int row, Duration length)
    {
        var time = _base.TimeColumn.Times[row];
        var days = (int)length.TotalDays;
        if (_inDays || !IsOfDates(_base))
        {
            var more = _inDays ? days : length.BclCompatibleTicks;
            if (time > long.MaxValue - more)
            {
                return long.MaxValue;
            }

            return time + more;
        }

        var date = TimeColumn.Date(time);
        if (Period.DaysBetween(date, ReportingCalendar.MaxDate) > days)
        {
            return _calendar.StartOf(date.PlusDays(days)).ToUnixTimeTicks();
        }

        return long.MaxValue;
    }

    private long Time(FactTable table, long time)
    {
        if (_inDays || !IsOfDates(table))
        {
            return time;
        }

        return _calendar.StartOf(TimeColumn.Date(time)).ToUnixTimeTicks();
    }
}

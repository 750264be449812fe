using NodaTime;

namespace GoalMetrics;

// When facts of several zones happened, each by its own clocks.
public sealed partial class FactTableBuilder<TFact>
{
    /// <summary>
    /// Each fact has an instant and the zone in which it happened: its day and its hour are those of the clocks there. A fact without one
    /// of them, or of an unknown zone, is refused.
    /// </summary>
    /// <remarks>
    /// <para>A fact is placed where the clocks of the calendar show what the clocks showed where it happened: what was sold at nine in the
    /// morning in Tokyo and at nine in Los Angeles is in the same hour of the same day, and is seen from nine o'clock of the calendar on.
    /// So days and hours of different places are compared with each other, while the order and the distance in time of facts of different
    /// places are lost; conversions between them go by the clocks too.</para>
    /// <para>What the clocks of the calendar skip is moved on by as much as they were, and what they show twice is taken for the first. A
    /// calendar of UTC does neither. The table can only be in a source whose calendar has the same zone.</para>
    /// </remarks>
    /// <param name="instant">When it happened.</param>
    /// <param name="zone">The IANA id of the zone, such as <c>Asia/Tokyo</c>.</param>
    /// <param name="calendar">The calendar of the source that the table is for.</param>
    public FactTableBuilder<TFact> AtWallTime(Func<TFact, Instant?> instant, Func<TFact, string?> zone, ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(instant);
        ArgumentNullException.ThrowIfNull(zone);
        var clocks = Clocks(calendar);
        return Read("time", (fact, slot) => clocks.Stage(_loader.TimeColumn, slot, instant(fact), zone(fact)));
    }

    /// <summary>
    /// Each fact has a date and time with the offset of the place where it happened: its day and its hour are those of the clocks there. A
    /// fact without one is refused.
    /// </summary>
    /// <inheritdoc cref="AtWallTime(Func{TFact, Instant?}, Func{TFact, string?}, ReportingCalendar)" path="/remarks"/>
    /// <param name="time">When it happened.</param>
    /// <param name="calendar">The calendar of the source that the table is for.</param>
    public FactTableBuilder<TFact> AtWallTime(Func<TFact, DateTimeOffset?> time, ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(time);
        return AtWallTime(fact => time(fact) is { } at ? LocalDateTime.FromDateTime(at.DateTime) : null, calendar);
    }

    /// <summary>
    /// Each fact has what the clocks showed where it happened, wherever that was: its day and its hour. A fact without one is refused.
    /// </summary>
    /// <inheritdoc cref="AtWallTime(Func{TFact, Instant?}, Func{TFact, string?}, ReportingCalendar)" path="/remarks"/>
    /// <param name="time">What the clocks showed.</param>
    /// <param name="calendar">The calendar of the source that the table is for.</param>
    public FactTableBuilder<TFact> AtWallTime(Func<TFact, LocalDateTime?> time, ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(time);
        var clocks = Clocks(calendar);
        return Read("time", (fact, slot) => clocks.Stage(_loader.TimeColumn, slot, time(fact)));
    }

    private WallClocks Clocks(ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        _loader.TimeOn(calendar);
        return new(calendar);
    }
}

using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using static System.FormattableString;

namespace GoalMetrics;

/// <summary>
/// Decides where days, weeks, months and fiscal years start: a time zone, a week rule and the first month of the fiscal year.
/// </summary>
/// <remarks>
/// Immutable, safe to share between threads, equal by value (zone id and rules). Never reads the clock, the local zone or a culture.
/// Fiscal years are named after the calendar year in which they end: the one from April 2026 is FY2027.
/// </remarks>
public sealed partial class ReportingCalendar : IEquatable<ReportingCalendar>
{
    private const int IsoMinDaysInFirstWeek = 4;

    private ReportingCalendar(DateTimeZone zone, IsoDayOfWeek firstDayOfWeek, int minDaysInFirstWeek, int firstFiscalMonth)
    {
        Zone = zone;
        FirstDayOfWeek = firstDayOfWeek;
        MinDaysInFirstWeek = minDaysInFirstWeek;
        FirstFiscalMonth = firstFiscalMonth;
        Weeks = WeekYearRules.ForMinDaysInFirstWeek(minDaysInFirstWeek, firstDayOfWeek);
        Bounds = new Interval(StartOf(MinDate), StartOf(MaxDate.PlusDays(1)));
    }

    /// <summary>The calendar of UTC, with ISO 8601 weeks and fiscal years that are calendar years.</summary>
    public static ReportingCalendar Utc { get; } = Iso(DateTimeZone.Utc);

    /// <summary>The time zone in which days are cut.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The day on which weeks start; Monday by default.</summary>
    public IsoDayOfWeek FirstDayOfWeek { get; }

    /// <summary>How many of its days a week must have in a year to be that year's week 1, from 1 to 7; 4 by default.</summary>
    public int MinDaysInFirstWeek { get; }

    /// <summary>The month in which fiscal years start, from 1 to 12; 1 by default.</summary>
    public int FirstFiscalMonth { get; }

    internal IWeekYearRule Weeks { get; }

    /// <summary>All instants of supported dates.</summary>
    private Interval Bounds { get; }

    /// <summary>A calendar with ISO 8601 weeks, and fiscal years that are calendar years.</summary>
    /// <param name="zoneId">An IANA zone id, such as <c>Europe/London</c>.</param>
    /// <exception cref="ArgumentException">The id is unknown; the message names the nearest ones.</exception>
    public static ReportingCalendar Iso(string zoneId) => Iso(ZoneLookup.Find(zoneId));

    /// <inheritdoc cref="Iso(string)" path="/summary"/>
    /// <param name="zone">The time zone in which days are cut.</param>
    public static ReportingCalendar Iso(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new ReportingCalendar(zone, IsoDayOfWeek.Monday, IsoMinDaysInFirstWeek, firstFiscalMonth: 1);
    }

    /// <summary>This calendar with fiscal years that start on the first day of the month.</summary>
    /// <param name="month">From 1 (January) to 12 (December).</param>
    /// <exception cref="ArgumentOutOfRangeException">The month is not from 1 to 12.</exception>
    public ReportingCalendar WithFiscalYearStartingIn(int month) =>
        new(Zone, FirstDayOfWeek, MinDaysInFirstWeek, InRange("month", month, 1, 12, nameof(month)));

    /// <summary>This calendar with other weeks: <c>(Sunday, 1)</c> is the rule of the United States.</summary>
    /// <param name="day">The first day of the week.</param>
    /// <param name="minDaysInFirstWeek">How many of its days a week must have in a year to be week 1, from 1 to 7.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is no day of the week, or the count is not from 1 to 7.</exception>
    public ReportingCalendar WithWeeksStartingOn(IsoDayOfWeek day, int minDaysInFirstWeek = IsoMinDaysInFirstWeek) => new(
        Zone,
        (IsoDayOfWeek)InRange("day of the week", (int)day, (int)IsoDayOfWeek.Monday, (int)IsoDayOfWeek.Sunday, nameof(day)),
        InRange("count of days", minDaysInFirstWeek, 1, 7, nameof(minDaysInFirstWeek)),
        FirstFiscalMonth);

    /// <summary>Whether both have the same zone id and the same rules.</summary>
    public bool Equals(ReportingCalendar? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Zone.Id == other.Zone.Id && FirstDayOfWeek == other.FirstDayOfWeek
            && MinDaysInFirstWeek == other.MinDaysInFirstWeek && FirstFiscalMonth == other.FirstFiscalMonth);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReportingCalendar);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Zone.Id, FirstDayOfWeek, MinDaysInFirstWeek, FirstFiscalMonth);

    /// <summary>Whether both have the same zone id and the same rules.</summary>
    public static bool operator ==(ReportingCalendar? left, ReportingCalendar? right) => Equals(left, right);

    /// <summary>Whether the zone ids or the rules differ.</summary>
    public static bool operator !=(ReportingCalendar? left, ReportingCalendar? right) => !Equals(left, right);

    /// <summary>The zone and the rules, in English, for logs and debuggers.</summary>
    public override string ToString() => Invariant(
        $"{Zone.Id}, weeks from {FirstDayOfWeek} (week 1 has at least {MinDaysInFirstWeek} days), fiscal years from {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(FirstFiscalMonth)}");

    private static int InRange(string what, int found, int min, int max, string argument) =>
        found >= min && found <= max
            ? found
            : throw new ArgumentOutOfRangeException(argument, Invariant($"Expected a {what} from {min} to {max}, found {found}."));
}

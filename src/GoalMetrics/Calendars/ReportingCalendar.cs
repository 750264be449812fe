using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;
using NodaTime.Calendars;
using static System.FormattableString;

namespace GoalMetrics;

/// <summary>
/// Decides where days, weeks, months and fiscal years start: a time zone, a week rule and the first month of the fiscal year; and, where
/// they are stated, the hour at which days start, a retail year, holidays and weights of days.
/// </summary>
/// <remarks>
/// Immutable, safe to share between threads, equal by value (zone id and rules). Never reads the clock, the local zone or a culture.
/// Fiscal years are named after the calendar year in which they end by default: the one from April 2026 is FY2027.
/// </remarks>
[JsonConverter(typeof(ReportingCalendarConverter))]
public sealed partial class ReportingCalendar : IEquatable<ReportingCalendar>
{
    private const int IsoMinDaysInFirstWeek = 4;

    private readonly ImmutableSortedSet<LocalDate> _holidays = [];

    private ReportingCalendar(DateTimeZone zone)
    {
        Zone = zone;
        Bounds = new Interval(StartOf(MinDate), StartOf(MaxDate.PlusDays(1)));
    }

    private ReportingCalendar(ReportingCalendar other, ImmutableSortedSet<LocalDate>? holidays = null, int? firstHour = null)
    {
        Zone = other.Zone;
        FirstHourOfDay = firstHour ?? other.FirstHourOfDay;
        Bounds = firstHour is null ? other.Bounds : new Interval(StartOf(MinDate), StartOf(MaxDate.PlusDays(1)));
        FirstDayOfWeek = other.FirstDayOfWeek;
        MinDaysInFirstWeek = other.MinDaysInFirstWeek;
        Weeks = other.Weeks;
        FirstFiscalMonth = other.FirstFiscalMonth;
        FiscalYearNamedAfter = other.FiscalYearNamedAfter;
        Retail = other.Retail;
        _holidays = holidays ?? other._holidays;
        DayWeights = other.DayWeights;
    }

    /// <summary>The calendar of UTC, with ISO 8601 weeks and fiscal years that are calendar years.</summary>
    public static ReportingCalendar Utc { get; } = Iso(DateTimeZone.Utc);

    /// <summary>The time zone in which days are cut.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The hour of the wall clock at which days start, from 0 to 23; 0 (midnight) by default.</summary>
    public int FirstHourOfDay { get; }

    /// <summary>The day on which weeks start; Monday by default.</summary>
    public IsoDayOfWeek FirstDayOfWeek { get; private init; } = IsoDayOfWeek.Monday;

    /// <summary>How many of its days a week must have in a year to be that year's week 1, from 1 to 7; 4 by default.</summary>
    public int MinDaysInFirstWeek { get; private init; } = IsoMinDaysInFirstWeek;

    /// <summary>The month in which fiscal years start, from 1 to 12; 1 by default.</summary>
    public int FirstFiscalMonth { get; private init; } = 1;

    /// <summary>Which calendar year names a fiscal year; the one it ends in by default.</summary>
    public YearName FiscalYearNamedAfter { get; private init; }

    /// <summary>The retail year; null where there is none.</summary>
    public RetailCalendar? Retail { get; private init; }

    /// <summary>The holidays, in order.</summary>
    public IReadOnlyList<LocalDate> Holidays => _holidays;

    /// <summary>How much each day counts; all alike by default.</summary>
    public DayWeights DayWeights { get; private init; } = DayWeights.Even;

    internal IWeekYearRule Weeks { get; private init; } = WeekYearRules.Iso;

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
        return new ReportingCalendar(zone);
    }

    /// <summary>
    /// This calendar with days that start later than midnight: with 4, what happens at 02:30 on Saturday belongs to Friday.
    /// </summary>
    /// <remarks>
    /// A day is named after the date on which it starts, and ends where the next one starts; weeks, months and years start with their first
    /// day, at the same hour. Hours stay those of the wall clock. Facts that are dates, and dates stated for ranges and coverage, mean such
    /// days as they are; facts that are instants are placed by them. Where the clocks skip the hour, the day starts when they have changed,
    /// and where they show it twice, at the first of the two.
    /// </remarks>
    /// <param name="hour">From 0 (midnight) to 23.</param>
    /// <exception cref="ArgumentOutOfRangeException">The hour is not from 0 to 23.</exception>
    public ReportingCalendar WithDayStartingAt(int hour) => new(this, firstHour: InRange("first hour", hour, 0, 23, nameof(hour)));

    /// <summary>This calendar with fiscal years that start on the first day of the month.</summary>
    /// <param name="month">From 1 (January) to 12 (December).</param>
    /// <param name="namedAfter">Which calendar year names a fiscal year.</param>
    /// <exception cref="ArgumentOutOfRangeException">The month is not from 1 to 12, or the name is none of the named ones.</exception>
    public ReportingCalendar WithFiscalYearStartingIn(int month, YearName namedAfter = YearName.EndYear) => new(this)
    {
        FirstFiscalMonth = InRange("month", month, 1, 12, nameof(month)),
        FiscalYearNamedAfter = EnumValue.Checked(namedAfter),
    };

    /// <summary>This calendar with other weeks: <c>(Sunday, 1)</c> is the rule of the United States.</summary>
    /// <param name="day">The first day of the week.</param>
    /// <param name="minDaysInFirstWeek">How many of its days a week must have in a year to be week 1, from 1 to 7.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not a day of the week, or the count is not from 1 to 7.</exception>
    public ReportingCalendar WithWeeksStartingOn(IsoDayOfWeek day, int minDaysInFirstWeek = IsoMinDaysInFirstWeek)
    {
        InRange("day of the week", (int)day, (int)IsoDayOfWeek.Monday, (int)IsoDayOfWeek.Sunday, nameof(day));
        InRange("count of days", minDaysInFirstWeek, 1, 7, nameof(minDaysInFirstWeek));
        return new(this)
        {
            FirstDayOfWeek = day,
            MinDaysInFirstWeek = minDaysInFirstWeek,
            Weeks = WeekYearRules.ForMinDaysInFirstWeek(minDaysInFirstWeek, day),
        };
    }

    /// <summary>
    /// This calendar with a retail year, for the grains <see cref="Grain.RetailWeek"/> to <see cref="Grain.RetailYear"/>.
    /// </summary>
    public ReportingCalendar WithRetailYear(RetailCalendar retail)
    {
        ArgumentNullException.ThrowIfNull(retail);
        return new(this) { Retail = retail };
    }

    /// <summary>
    /// This calendar with these holidays in addition to those it has. A holiday weighs as much as its weekday, and so changes nothing,
    /// until <see cref="WithDayWeights"/> says what it weighs: nothing by <see cref="DayWeights.WorkingDays"/>, or by
    /// <c>DayWeights.Even.WithHolidays(0)</c> where only holidays are days off.
    /// </summary>
    public ReportingCalendar WithHolidays(IEnumerable<LocalDate> dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return new(this, _holidays.Union(dates.Select(date => date.WithCalendar(CalendarSystem.Iso))));
    }

    /// <summary>This calendar with days that do not count alike.</summary>
    public ReportingCalendar WithDayWeights(DayWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new(this) { DayWeights = weights };
    }

    /// <summary>Whether both have the same zone id and the same rules.</summary>
    public bool Equals(ReportingCalendar? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Zone.Id == other.Zone.Id
            && FirstHourOfDay == other.FirstHourOfDay
            && FirstDayOfWeek == other.FirstDayOfWeek
            && MinDaysInFirstWeek == other.MinDaysInFirstWeek
            && FirstFiscalMonth == other.FirstFiscalMonth
            && FiscalYearNamedAfter == other.FiscalYearNamedAfter
            && Retail == other.Retail
            && DayWeights.Equals(other.DayWeights)
            && _holidays.SequenceEqual(other._holidays));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReportingCalendar);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Zone.Id, FirstHourOfDay, FirstDayOfWeek, MinDaysInFirstWeek, FirstFiscalMonth, Retail, _holidays.Count);

    /// <summary>Whether both have the same zone id and the same rules.</summary>
    public static bool operator ==(ReportingCalendar? left, ReportingCalendar? right) => Equals(left, right);

    /// <summary>Whether the zone ids or the rules differ.</summary>
    public static bool operator !=(ReportingCalendar? left, ReportingCalendar? right) => !Equals(left, right);

    /// <summary>The zone and the rules, in English, for logs and debuggers.</summary>
    public override string ToString()
    {
        var month = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(FirstFiscalMonth);
        List<string> rules =
        [
            Zone.Id,
            Invariant($"weeks from {FirstDayOfWeek} (week 1 has at least {MinDaysInFirstWeek} days)"),
            $"fiscal years from {month}",
        ];
        if (FirstHourOfDay > 0)
        {
            rules.Insert(1, Invariant($"days from {FirstHourOfDay:00}:00"));
        }

        if (FiscalYearNamedAfter == YearName.StartYear)
        {
            rules.Add("named after the year they start in");
        }

        if (Retail is not null)
        {
            rules.Add($"retail years of {Retail}");
        }

        if (!DayWeights.Equals(DayWeights.Even))
        {
            rules.Add($"days weighing {DayWeights}");
        }

        if (!_holidays.IsEmpty)
        {
            rules.Add(Invariant($"{_holidays.Count} holidays"));
        }

        return string.Join(", ", rules);
    }

    // The name of the fiscal year that holds the date.
    internal int FiscalYearHolding(LocalDate date)
    {
        var endsInNextYear = FirstFiscalMonth > 1 && date.Month >= FirstFiscalMonth;
        return (endsInNextYear ? date.Year + 1 : date.Year) - Behind;
    }

    // How far the name of a fiscal year is behind the calendar year it ends in.
    private int Behind
    {
        get
        {
            if (FirstFiscalMonth > 1 && FiscalYearNamedAfter == YearName.StartYear)
            {
                return 1;
            }

            return 0;
        }
    }

    private static int InRange(string what, int found, int min, int max, string argument)
    {
        if (found >= min && found <= max)
        {
            return found;
        }

        throw new ArgumentOutOfRangeException(argument, Invariant($"Expected a {what} from {min} to {max}, found {found}."));
    }
}

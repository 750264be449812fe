using NodaTime;
using NodaTime.Calendars;
using static System.FormattableString;

namespace GoalMetrics;

// The ways to make a period. Every period holds a supported date, but may start before the first or end after the last one.
public sealed partial class ReportingCalendar
{
    /// <summary>The hour of the wall clock that holds the instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside the supported dates.</exception>
    public ReportingPeriod Hour(Instant instant)
    {
        var (start, end) = HourArithmetic.Holding(Zone, Supported(instant, nameof(instant)));
        var date = DateHolding(start);
        return new ReportingPeriod(this, Grain.Hour, (date, date.PlusDays(1)), (start, end));
    }

    /// <summary>The day of the date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date is not supported.</exception>
    public ReportingPeriod Day(LocalDate date) => Period(Grain.Day, date);

    /// <summary>A week by its number.</summary>
    /// <param name="weekYear">The year that numbers the week: 2027-01-01 is in week 53 of 2026.</param>
    /// <param name="week">From 1 to 52, or 53 in a long year.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year has no such week, or it lies outside the supported dates.</exception>
    public ReportingPeriod Week(int weekYear, int week)
    {
        InRange("week year", weekYear, 0, 9999, nameof(weekYear));
        var weeks = WeeksIn(weekYear);
        if (week < 1 || week > weeks)
        {
            throw new ArgumentOutOfRangeException(
                nameof(week), Invariant($"{weekYear:D4} has {weeks} weeks: expected a week from 1 to {weeks}, found {week}."));
        }

        return Starting(Grain.Week, WeekStart(weekYear, week)) ?? throw Outside(nameof(weekYear), weekYear);
    }

    /// <summary>The week that holds the date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date is not supported.</exception>
    public ReportingPeriod WeekOf(LocalDate date) => Period(Grain.Week, date);

    /// <summary>A calendar month.</summary>
    /// <param name="year">From 1 to 9998.</param>
    /// <param name="month">From 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ReportingPeriod Month(int year, int month) => PartOfYear(Grain.Month, year, "month", month, 12, nameof(month));

    /// <summary>A quarter of a calendar year.</summary>
    /// <param name="year">From 1 to 9998.</param>
    /// <param name="quarter">From 1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ReportingPeriod Quarter(int year, int quarter) =>
        PartOfYear(Grain.Quarter, year, "quarter", quarter, 4, nameof(quarter));

    /// <summary>A half of a calendar year.</summary>
    /// <param name="year">From 1 to 9998.</param>
    /// <param name="half">1 or 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ReportingPeriod HalfYear(int year, int half) => PartOfYear(Grain.HalfYear, year, "half", half, 2, nameof(half));

    /// <summary>A calendar year.</summary>
    /// <param name="year">From 1 to 9998.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is out of its range.</exception>
    public ReportingPeriod Year(int year) => PartOfYear(Grain.Year, year, "year", 1, 1, nameof(year));

    /// <summary>A quarter of a fiscal year.</summary>
    /// <param name="fiscalYear">The calendar year that names the fiscal year.</param>
    /// <param name="quarter">From 1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ReportingPeriod FiscalQuarter(int fiscalYear, int quarter) =>
        PartOfFiscalYear(Grain.FiscalQuarter, fiscalYear, InRange("quarter", quarter, 1, 4, nameof(quarter)));

    /// <summary>A half of a fiscal year.</summary>
    /// <param name="fiscalYear">The calendar year that names the fiscal year.</param>
    /// <param name="half">1 or 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ReportingPeriod FiscalHalfYear(int fiscalYear, int half) =>
        PartOfFiscalYear(Grain.FiscalHalfYear, fiscalYear, InRange("half", half, 1, 2, nameof(half)));

    /// <summary>A fiscal year.</summary>
    /// <param name="fiscalYear">
    /// The calendar year that names it: if fiscal years start in April and are named after their end, FY2027 starts in April 2026.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The fiscal year holds no supported date.</exception>
    public ReportingPeriod FiscalYear(int fiscalYear) => PartOfFiscalYear(Grain.FiscalYear, fiscalYear, 1);

    /// <summary>The period of the grain that holds the date.</summary>
    /// <param name="grain">A day or longer: a date has many hours.</param>
    /// <param name="containing">From <see cref="MinDate"/> to <see cref="MaxDate"/>.</param>
    /// <exception cref="ArgumentException">The grain is <see cref="Grain.Hour"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is not supported, or the grain is unknown.</exception>
    public ReportingPeriod Period(Grain grain, LocalDate containing)
    {
        if (grain == Grain.Hour)
        {
            throw new ArgumentException("A date has many hours: expected a day or longer, found Hour. Call Hour(instant).", nameof(grain));
        }

        return Holding(grain, Supported(containing, nameof(containing)))!;
    }

    /// <summary>The period of the grain that holds the instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside the supported dates, or the grain is unknown.</exception>
    public ReportingPeriod PeriodAt(Grain grain, Instant instant)
    {
        if (grain == Grain.Hour)
        {
            return Hour(instant);
        }

        return Period(grain, DateOf(instant));
    }

    /// <summary>A free range of dates: a period without a grain.</summary>
    /// <param name="start">The first date.</param>
    /// <param name="endExclusive">The date after the last one.</param>
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date of the range is not supported.</exception>
    public ReportingPeriod Range(LocalDate start, LocalDate endExclusive)
    {
        var from = Supported(start, nameof(start));
        var end = endExclusive.WithCalendar(CalendarSystem.Iso);
        if (end <= from)
        {
            throw new ArgumentException(
                Invariant($"Expected an end after the start {from:R}, found {end:R}.")
                + " The end is exclusive: give the date after the last one.",
                nameof(endExclusive));
        }

        return Between(from, Supported(end.PlusDays(-1), nameof(endExclusive)).PlusDays(1));
    }

    /// <summary>The period of the grain that starts on the date; null where it holds no supported date.</summary>
    internal ReportingPeriod? Starting(Grain grain, LocalDate? start)
    {
        if (start is not { } from || from > MaxDate || GrainArithmetic.Add(this, grain, from, 1) is not { } end || end <= MinDate)
        {
            return null;
        }

        return new(this, grain, (from, end), (StartOf(from), StartOf(end)));
    }

    internal ReportingPeriod? Holding(Grain grain, LocalDate date) =>
        Starting(grain, GrainArithmetic.StartHolding(this, grain, date));

    // The next whole period of the same grain, which is not an hour. It starts where this one ends.
    internal ReportingPeriod? After(ReportingPeriod whole)
    {
        var (grain, start) = (whole.Grain!.Value, whole.EndDate);
        if (start > MaxDate || GrainArithmetic.Add(this, grain, start, 1) is not { } end)
        {
            return null;
        }

        return new(this, grain, (start, end), (whole.End, StartOf(end)));
    }

    internal ReportingPeriod Between(LocalDate start, LocalDate end) =>
        new(this, grain: null, (start, end), (StartOf(start), StartOf(end)));

    // A stretch of time between instants that need not be where days start, such as the 24 hours before one.
    internal ReportingPeriod Stretch((LocalDate Start, LocalDate End) dates, (Instant Start, Instant End) instants) =>
        new(this, grain: null, dates, instants);

    internal ReportingPeriod Stretch(Instant start, Instant end)
    {
        var lastDate = DateHolding(end - Duration.Epsilon);
        return Stretch((DateHolding(start), lastDate.PlusDays(1)), (start, end));
    }

    internal LocalDate WeekStart(int weekYear, int week) => Weeks.GetLocalDate(weekYear, week, FirstDayOfWeek);

    internal int WeeksIn(int weekYear) => Weeks.GetWeeksInWeekYear(weekYear);

    internal Instant? ShiftHours(Instant from, int hours) => HourArithmetic.Shift(Zone, from, hours, Bounds);

    private ReportingPeriod PartOfYear(Grain grain, int year, string what, int number, int count, string argument)
    {
        InRange("year", year, MinDate.Year, MaxDate.Year, nameof(year));
        InRange(what, number, 1, count, argument);
        return Starting(grain, new LocalDate(year, ((number - 1) * (12 / count)) + 1, 1))!;
    }

    private ReportingPeriod PartOfFiscalYear(Grain grain, int fiscalYear, int number)
    {
        InRange("fiscal year", fiscalYear, 1, 9999, nameof(fiscalYear));
        var first = new LocalDate(FirstFiscalMonth == 1 ? fiscalYear : fiscalYear - 1 + Behind, FirstFiscalMonth, 1);
        return Starting(grain, GrainArithmetic.Add(this, grain, first, number - 1)) ?? throw Outside(nameof(fiscalYear), fiscalYear);
    }

    private static ArgumentOutOfRangeException Outside(string argument, int found) =>
        new(
            argument,
            Invariant($"Expected a period that holds a date from {MinDate:R} to {MaxDate:R}, found one of {found:D4} that does not."));
}

using System.Numerics;
using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

// Where a period stands at an instant that the caller names.
public sealed partial class ReportingPeriod
{
    /// <summary>Whether the period is open or closed at the instant, where no facts come late.</summary>
    public PeriodState State(Instant asOf) => State(asOf, Duration.Zero);

    /// <summary>Whether the period is open, settling or closed at the instant.</summary>
    /// <param name="asOf">The instant to judge at.</param>
    /// <param name="settling">How long after the end facts may still come in; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="settling"/> is negative.</exception>
    public PeriodState State(Instant asOf, Duration settling)
    {
        if (settling < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(settling), Invariant($"Expected a settling time of zero or more, found {settling}."));
        }

        if (asOf < End)
        {
            return PeriodState.Open;
        }

        if (asOf - End < settling)
        {
            return PeriodState.Settling;
        }

        return PeriodState.Closed;
    }

    /// <summary>The part of the period before the instant: empty before the start, all of it after the end.</summary>
    public Interval UpTo(Instant asOf) => new(Start, Instant.Max(Start, Instant.Min(asOf, End)));

    /// <summary>Local days elapsed: 0 before the start, <see cref="Days"/> from the end on.</summary>
    /// <remarks>
    /// The day of <paramref name="asOf"/> counts by the elapsed part of its true length (23, 24 or 25 hours).
    /// An hour is a fraction of the day it belongs to.
    /// </remarks>
    public decimal ElapsedDays(Instant asOf)
    {
        if (IsHour)
        {
            return Ratio(UpTo(asOf).Duration, DayLength(StartDate));
        }

        if (asOf >= End)
        {
            return Days;
        }

        if (asOf <= Start)
        {
            return 0m;
        }

        var today = Calendar.DateHolding(asOf);
        return NodaTime.Period.DaysBetween(StartDate, today) + ElapsedShareOf(today, asOf);
    }

    /// <summary><see cref="ElapsedDays"/> over <see cref="Days"/>, from 0 to 1; for an hour, elapsed time over its length.</summary>
    public decimal ElapsedShare(Instant asOf)
    {
        if (asOf >= End)
        {
            return 1m;
        }

        if (IsHour)
        {
            return Ratio(UpTo(asOf).Duration, Length);
        }

        return ElapsedDays(asOf) / Days;
    }

    /// <summary>
    /// The sum of the weights of the period's days, by the calendar's <see cref="DayWeights"/>; for an hour, the weight of its day.
    /// </summary>
    public decimal WeightedDays => Calendar.WeightOf(StartDate, EndDate);

    /// <summary>The sum of the weights of the days elapsed; the day of <paramref name="asOf"/> counts by its elapsed part.</summary>
    /// <remarks>An hour is a fraction of the day it belongs to.</remarks>
    public decimal ElapsedWeightedDays(Instant asOf)
    {
        if (IsHour)
        {
            return ElapsedDays(asOf) * Calendar.WeightOf(StartDate);
        }

        if (asOf >= End)
        {
            return WeightedDays;
        }

        if (asOf <= Start)
        {
            return 0m;
        }

        var today = Calendar.DateHolding(asOf);
        return Calendar.WeightOf(StartDate, today) + (Calendar.WeightOf(today) * ElapsedShareOf(today, asOf));
    }

    /// <summary>
    /// <see cref="ElapsedWeightedDays"/> over <see cref="WeightedDays"/>, from 0 to 1. If all weights are 0, all days count alike.
    /// </summary>
    public decimal ElapsedWeightedShare(Instant asOf)
    {
        if (asOf >= End)
        {
            return 1m;
        }

        if (IsHour || WeightedDays == 0m)
        {
            return ElapsedShare(asOf);
        }

        return ElapsedWeightedDays(asOf) / WeightedDays;
    }

    // The elapsed share as an exact fraction of small whole numbers.
    internal (decimal Part, decimal Whole) ElapsedFraction(Instant asOf)
    {
        if (asOf <= Start || asOf >= End)
        {
            return (asOf >= End ? 1m : 0m, 1m);
        }

        if (IsHour)
        {
            return Fraction(asOf - Start, Length);
        }

        var today = Calendar.DateHolding(asOf);
        var (part, whole) = Fraction(asOf - Calendar.StartOf(today), DayLength(today));
        return ((NodaTime.Period.DaysBetween(StartDate, today) * whole) + part, Days * whole);
    }

    // The elapsed weighted share as an exact fraction. If all weights are 0, all days count alike.
    internal (decimal Part, decimal Whole) ElapsedWeightedFraction(Instant asOf)
    {
        if (IsHour || asOf <= Start || asOf >= End || WeightedDays == 0m)
        {
            return ElapsedFraction(asOf);
        }

        var today = Calendar.DateHolding(asOf);
        var (part, whole) = Fraction(asOf - Calendar.StartOf(today), DayLength(today));
        return ((Calendar.WeightOf(StartDate, today) * whole) + (Calendar.WeightOf(today) * part), WeightedDays * whole);
    }

    /// <summary>The instant in an earlier period up to which it is fairly compared with this one up to <paramref name="asOf"/>.</summary>
    /// <remarks>
    /// As many local days after its start, at the same local time of day, but not after its end: at noon on 10 March, noon on
    /// 10 February. Periods that start on the same date of different years match by date; 29 February matches the end of
    /// 28 February. A period that has ended compares with the whole of the earlier one. Hours go by elapsed time.
    /// </remarks>
    public Instant LikeForLikeEnd(ReportingPeriod earlier, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        if (asOf >= End)
        {
            return earlier.End;
        }

        if (asOf <= Start)
        {
            return earlier.Start;
        }

        if (IsHour)
        {
            return earlier.UpTo(earlier.Start + (asOf - Start)).End;
        }

        var today = Calendar.DateHolding(asOf);
        var years = YearsAfter(earlier);
        if (years > 0 && today is { Month: 2, Day: 29 } && !CalendarSystem.Iso.IsLeapYear(today.Year - years))
        {
            return earlier.Calendar.StartOf(new LocalDate(today.Year - years, 3, 1));
        }

        // A year earlier the same date matches, not the same number of days: a leap day may lie between.
        var days = NodaTime.Period.DaysBetween(StartDate, today);
        if (years > 0)
        {
            days = NodaTime.Period.DaysBetween(earlier.StartDate, today.PlusYears(-years));
        }

        if (days >= earlier.Days)
        {
            return earlier.End;
        }

        return earlier.UpTo(earlier.Calendar.SameTimeOn(earlier.StartDate.PlusDays(days), TimeOfDay(today, asOf))).End;
    }

    // By how many years this starts after the other, if both start on the same date of the year; otherwise 0.
    private int YearsAfter(ReportingPeriod earlier)
    {
        var isSameDate = StartDate.Month == earlier.StartDate.Month && StartDate.Day == earlier.StartDate.Day;
        if (isSameDate)
        {
            return StartDate.Year - earlier.StartDate.Year;
        }

        return 0;
    }

    // The wall clock. The start of the day at its start, and while clocks that went back show the day before again.
    private LocalTime TimeOfDay(LocalDate today, Instant asOf)
    {
        var local = asOf.InZone(Calendar.Zone).LocalDateTime;
        if (asOf == Calendar.StartOf(today) || Calendar.DayOf(local) != today)
        {
            return Calendar.DayStart;
        }

        return local.TimeOfDay;
    }

    private decimal ElapsedShareOf(LocalDate today, Instant asOf) => Ratio(asOf - Calendar.StartOf(today), DayLength(today));

    private Duration DayLength(LocalDate date) => Calendar.StartOf(date.PlusDays(1)) - Calendar.StartOf(date);

    // To the millisecond, so that large amounts can be multiplied by it.
    private static (decimal Part, decimal Whole) Fraction(Duration part, Duration whole)
    {
        var (passed, all) = ((long)part.TotalMilliseconds, (long)whole.TotalMilliseconds);
        var divisor = (long)BigInteger.GreatestCommonDivisor(passed, all);
        return (passed / divisor, all / divisor);
    }

    private static decimal Ratio(Duration part, Duration whole) => (decimal)part.ToInt64Nanoseconds() / whole.ToInt64Nanoseconds();
}

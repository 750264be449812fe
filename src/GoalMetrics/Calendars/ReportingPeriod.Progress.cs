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

        return asOf < End ? PeriodState.Open
            : asOf - End < settling ? PeriodState.Settling
            : PeriodState.Closed;
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
        return NodaTime.Period.DaysBetween(StartDate, today) + Ratio(asOf - Calendar.StartOf(today), DayLength(today));
    }

    /// <summary><see cref="ElapsedDays"/> over <see cref="Days"/>, from 0 to 1; for an hour, elapsed time over its length.</summary>
    public decimal ElapsedShare(Instant asOf) =>
        asOf >= End ? 1m
        : IsHour ? Ratio(UpTo(asOf).Duration, Length)
        : ElapsedDays(asOf) / Days;

    /// <summary>The weights of the period's days together, by the calendar's <see cref="DayWeights"/>; of an hour, that of its day.</summary>
    public decimal WeightedDays => Calendar.WeightOf(StartDate, EndDate);

    /// <summary>The weights of the days elapsed; the day of <paramref name="asOf"/> counts by its elapsed part.</summary>
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
        return Calendar.WeightOf(StartDate, today) + (Calendar.WeightOf(today) * Ratio(asOf - Calendar.StartOf(today), DayLength(today)));
    }

    /// <summary><see cref="ElapsedWeightedDays"/> over <see cref="WeightedDays"/>, from 0 to 1. Where no day of the period counts, all count alike.</summary>
    public decimal ElapsedWeightedShare(Instant asOf) =>
        asOf >= End ? 1m
        : IsHour || WeightedDays == 0m ? ElapsedShare(asOf)
        : ElapsedWeightedDays(asOf) / WeightedDays;

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
        if (today is { Month: 2, Day: 29 } && YearsAfter(earlier) is > 0 and var leap && !CalendarSystem.Iso.IsLeapYear(today.Year - leap))
        {
            return earlier.Calendar.StartOf(new LocalDate(today.Year - leap, 3, 1));
        }

        // A year earlier the same date matches, not the same number of days: a leap day lies between.
        var days = YearsAfter(earlier) is > 0 and var years
            ? NodaTime.Period.DaysBetween(earlier.StartDate, today.PlusYears(-years))
            : NodaTime.Period.DaysBetween(StartDate, today);
        return days < earlier.Days
            ? earlier.UpTo(earlier.Calendar.SameTimeOn(earlier.StartDate.PlusDays(days), TimeOfDay(today, asOf))).End
            : earlier.End;
    }

    // How many years after the other this starts, on the same date of the year; else 0.
    private int YearsAfter(ReportingPeriod earlier) =>
        StartDate.Month == earlier.StartDate.Month && StartDate.Day == earlier.StartDate.Day ? StartDate.Year - earlier.StartDate.Year : 0;

    /// <summary>The wall clock; midnight while a day shows no time of its own, which is at its start and where it repeats the day before.</summary>
    private LocalTime TimeOfDay(LocalDate today, Instant asOf)
    {
        var local = asOf.InZone(Calendar.Zone).LocalDateTime;
        return asOf == Calendar.StartOf(today) || local.Date != today ? LocalTime.Midnight : local.TimeOfDay;
    }

    private Duration DayLength(LocalDate date) => Calendar.StartOf(date.PlusDays(1)) - Calendar.StartOf(date);

    private static decimal Ratio(Duration part, Duration whole) => (decimal)part.ToInt64Nanoseconds() / whole.ToInt64Nanoseconds();
}

using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

// Dates and instants. A day lasts from its start to the start of the next date, so that days never overlap and leave no gap.
public sealed partial class ReportingCalendar
{
    /// <summary>The first supported date, 0001-01-01.</summary>
    public static LocalDate MinDate => new(1, 1, 1);

    /// <summary>The last supported date, 9998-12-31. Periods that hold it may end later.</summary>
    public static LocalDate MaxDate => new(9998, 12, 31);

    /// <summary>The instant at which the date starts in the calendar's zone.</summary>
    /// <remarks>
    /// At midnight, or at the <see cref="FirstHourOfDay"/>. Where that occurs twice, the earlier one; where it is skipped, the instant of
    /// the change. A date that is skipped altogether (Samoa, 2011-12-30) starts when the next one does, so its day is empty.
    /// </remarks>
    /// <param name="date">From <see cref="MinDate"/> to <see cref="MaxDate"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is not supported.</exception>
    public Instant StartOfDay(LocalDate date) => StartOf(Supported(date, nameof(date)));

    /// <summary>The date whose day holds the instant.</summary>
    /// <remarks>
    /// The date that the wall clock shows, or the previous date, if the time is before <see cref="FirstHourOfDay"/>. If clocks go back
    /// across the start of a day, what they show again belongs to the day that has already begun.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside the supported dates.</exception>
    public LocalDate DateOf(Instant instant) => DateHolding(Supported(instant, nameof(instant)));

    /// <summary>
    /// The instant of a local time: the earlier one of a time that occurs twice; a time that is skipped is shifted forward by the length of
    /// the gap.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The date is not supported.</exception>
    public Instant At(LocalDateTime local)
    {
        Supported(local.Date, nameof(local));
        return Leniently(local);
    }

    /// <summary>The earliest date that starts at the instant or later.</summary>
    /// <param name="instant">An instant of a supported date, or one at which a period starts or ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside the dates that periods can reach.</exception>
    public LocalDate FirstDateStartingAtOrAfter(Instant instant)
    {
        // Wider than the supported dates: the week of the first one starts before it, and a fiscal year ends after the last one.
        if (instant < Instant.FromUtc(-1, 12, 1, 0, 0) || instant > Instant.FromUtc(9999, 12, 30, 0, 0))
        {
            Supported(instant, nameof(instant));
        }

        var date = DateHolding(instant);
        if (StartOf(date) < instant)
        {
            return date.PlusDays(1);
        }

        while (StartOf(date.PlusDays(-1)) == instant)
        {
            date = date.PlusDays(-1);
        }

        return date;
    }

    // Whether nothing is expected on a date: it is a holiday, or weighs nothing.
    internal bool IsDayOff(LocalDate date) => _holidays.Contains(date.WithCalendar(CalendarSystem.Iso)) || WeightOf(date) == 0m;

    // Whether a date is off, other than its weekday: a holiday, or one that weighs nothing of its own.
    internal bool IsOffByItself(LocalDate date) =>
        IsDayOff(date) && (DayWeights.Of(date.DayOfWeek) > 0m || _holidays.Contains(date.WithCalendar(CalendarSystem.Iso)));

    // Whether any date is off, or weighs less, of its own.
    internal bool DeclaresDates => _holidays.Count > 0 || !DayWeights.Dates.IsEmpty;

    // How much of its weekday a date weighs that is off of its own, or weighs less: 1 at most. Null for all others.
    internal decimal? DeclaredShareOf(LocalDate date)
    {
        var weekday = DayWeights.Of(date.DayOfWeek);
        var share = weekday > 0m ? Math.Min(1m, WeightOf(date) / weekday) : 1m;
        if (share < 1m || IsOffByItself(date))
        {
            return share;
        }

        return null;
    }

    // The first of the days that weigh nothing right before a date; the date itself where there are none.
    internal LocalDate FirstDayOffBefore(LocalDate date)
    {
        while (DayWeights.HasDaysOff && date > MinDate && WeightOf(date.PlusDays(-1)) == 0m)
        {
            date = date.PlusDays(-1);
        }

        return date;
    }

    // The last of the days that weigh nothing right after a date; the date itself where there are none.
    internal LocalDate LastDayOffAfter(LocalDate date)
    {
        while (DayWeights.HasDaysOff && date < MaxDate && WeightOf(date.PlusDays(1)) == 0m)
        {
            date = date.PlusDays(1);
        }

        return date;
    }

    internal Instant StartOf(LocalDate date)
    {
        var first = date.At(DayStart);
        var near = first.InUtc().ToInstant();
        var interval = Zone.GetZoneInterval(near);
        if (interval.Contains(near - Duration.FromDays(1)) && interval.Contains(near + Duration.FromDays(1)))
        {
            // A local time is within a day of its place in UTC, and the clocks do not change so close to it.
            return near - Duration.FromSeconds(interval.WallOffset.Seconds);
        }

        var mapped = Zone.MapLocal(first);
        if (mapped.Count == 0)
        {
            return mapped.LateInterval.Start;
        }

        return mapped.First().ToInstant();
    }

    internal LocalDate DateHolding(Instant instant)
    {
        // The wall clock may show an old date again, but never a date that has not begun.
        var date = DayOf(instant.InZone(Zone).LocalDateTime);
        while (StartOf(date.PlusDays(1)) <= instant)
        {
            date = date.PlusDays(1);
        }

        return date;
    }

    /// <summary>The instant of the local time on the date, but not after its day where the time, or the whole day, is skipped.</summary>
    internal Instant SameTimeOn(LocalDate date, LocalTime time) =>
        Instant.Min(Leniently(TimeOn(date, time)), StartOf(date.PlusDays(1)));

    /// <summary>
    /// The day that a time of the wall clock belongs to, which before the first hour of the day is that of the date before.
    /// </summary>
    internal LocalDate DayOf(LocalDateTime local)
    {
        if (local.TimeOfDay < DayStart)
        {
            return local.Date.PlusDays(-1);
        }

        return local.Date;
    }

    /// <summary>
    /// When the wall clock shows the time in the day of the date, which before the first hour of the day is on the next one.
    /// </summary>
    internal LocalDateTime TimeOn(LocalDate date, LocalTime time) => (time < DayStart ? date.PlusDays(1) : date).At(time);

    internal LocalTime DayStart => new(FirstHourOfDay, 0);

    private Instant Leniently(LocalDateTime local) => Zone.AtLeniently(local).ToInstant();

    private static LocalDate Supported(LocalDate date, string argument)
    {
        var iso = date.WithCalendar(CalendarSystem.Iso);
        if (iso >= MinDate && iso <= MaxDate)
        {
            return iso;
        }

        throw Beyond(iso, argument);
    }

    private static ArgumentOutOfRangeException Beyond(LocalDate date, string argument) =>
        new(argument, Invariant($"Expected a date from {MinDate:R} to {MaxDate:R}, found {date:R}.{NoEnd(date.Year)}"));

    private Instant Supported(Instant instant, string argument)
    {
        if (Bounds.Contains(instant))
        {
            return instant;
        }

        throw Beyond(instant, argument);
    }

    private ArgumentOutOfRangeException Beyond(Instant instant, string argument) => new(
        argument,
        Invariant($"Expected an instant from {Bounds.Start:g} to before {Bounds.End:g} ({MinDate:R} to {MaxDate:R} in {Zone.Id}), ")
        + Invariant($"found {instant:g}.{NoEnd(instant.InUtc().Year)}"));

    private static string NoEnd(int year)
    {
        if (year < 9999)
        {
            return "";
        }

        return " The end of 9999 often stands for \"no end\": leave such an end out, or give the last date you mean.";
    }
}

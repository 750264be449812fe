using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

// Shifting by another grain than the period's own.
public sealed partial class ReportingPeriod
{
    // More days than any calendar date is away from another.
    private const int MostDays = 3_660_000;

    /// <summary>The period so many units of a grain later, or earlier if negative: a month a year earlier, a day two weeks later.</summary>
    /// <remarks>
    /// Months and longer periods are shifted as periods, not date by date: a month after January is all of February. A day or a free range
    /// is shifted by its first and last date, where the last day of a shorter month stands in for a day it does not have; a range of
    /// whole months stays one. Weeks and retail periods keep their number in the other year; week 53 has no counterpart in a year of 52. An
    /// hour becomes the hour of the same local time on the other date.
    /// </remarks>
    /// <param name="count">How many units.</param>
    /// <param name="by">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The result lies outside the supported dates, the grain is unknown, or the period is a week 53 that the other year lacks.
    /// </exception>
    public ReportingPeriod Shift(int count, Grain by) => Shifted(count, EnumValue.Checked(by))
        ?? throw new ArgumentOutOfRangeException(nameof(count), Without(Invariant($"{this} shifted by {count} times {by}")));

    internal ReportingPeriod? Shifted(int count, Grain by)
    {
        if (count == 0)
        {
            return this;
        }

        if (Grain == by)
        {
            return Shifted(count);
        }

        if (by == GoalMetrics.Grain.Hour)
        {
            return ShiftedByHours(count);
        }

        if (Math.Abs((long)count) > MostDays)
        {
            return null;
        }

        if (IsHour)
        {
            return HourOn(Moved(StartDate, count, by));
        }

        return Grain is { } own ? ShiftedInStep(own, count, by) : ShiftedByDates(count, by);
    }

    // A period with a grain of its own stays one of that grain, where the shift is one of whole such periods.
    private ReportingPeriod? ShiftedInStep(Grain own, int count, Grain by)
    {
        var months = GrainArithmetic.MonthsIn(by) * count;
        var byYears = months != 0 && months % 12 == 0;
        if (GrainArithmetic.IsRetail(own) && GrainArithmetic.IsRetail(by))
        {
            return SameRetail(own, count, by);
        }

        if (GrainArithmetic.IsRetail(own) && byYears)
        {
            return SameRetail(own, months / 12, GoalMetrics.Grain.RetailYear);
        }

        if (own == GoalMetrics.Grain.Week && byYears)
        {
            return SameWeek(months / 12);
        }

        var length = GrainArithmetic.MonthsIn(own);
        if (length > 0 && months != 0 && months % length == 0)
        {
            return SameMonths(own, months / length);
        }

        return ShiftedByDates(count, by);
    }

    private ReportingPeriod? ShiftedByDates(int count, Grain by)
    {
        // A range of whole months stays one.
        var byMonths = GrainArithmetic.MonthsIn(by) != 0;
        var end = HoldsWholeMonths && byMonths ? Moved(EndDate, count, by) : Moved(EndDate.PlusDays(-1), count, by)?.PlusDays(1);
        if (Moved(StartDate, count, by) is not { } start || end is null)
        {
            return null;
        }

        if (Grain == GoalMetrics.Grain.Day)
        {
            return Calendar.Starting(GoalMetrics.Grain.Day, start);
        }

        return Range(start, end);
    }

    private ReportingPeriod? SameMonths(Grain own, int periods)
    {
        var shifted = Calendar.Starting(own, GrainArithmetic.Add(Calendar, own, Whole.StartDate, periods));
        if (IsPartial && shifted is not null)
        {
            var months = GrainArithmetic.MonthsIn(own) * periods;
            return shifted.Cut(StartDate.PlusMonths(months), EndMoved(months));
        }

        return shifted;
    }

    // The exclusive end so many months later. The last date is moved, not the end itself: that may be 29 February, and a year before it
    // 28 February would be lost. A range of whole months stays one.
    private LocalDate EndMoved(int months)
    {
        if (HoldsWholeMonths)
        {
            return EndDate.PlusMonths(months);
        }

        return EndDate.PlusDays(-1).PlusMonths(months).PlusDays(1);
    }

    private bool HoldsWholeMonths => StartDate.Day == 1 && EndDate.Day == 1;

    private bool IsWeek53 => Grain switch
    {
        GoalMetrics.Grain.Week => Calendar.Weeks.GetWeekOfWeekYear(Whole.StartDate) == 53,
        GoalMetrics.Grain.RetailWeek => WeeksBefore(GrainArithmetic.RetailOf(Calendar)) == 52,
        _ => false,
    };

    private int WeeksBefore(RetailCalendar retail) =>
        NodaTime.Period.DaysBetween(retail.StartOf(retail.YearOf(Whole.StartDate)), Whole.StartDate) / 7;

    private ReportingPeriod? SameWeek(int years)
    {
        var year = Calendar.Weeks.GetWeekYear(Whole.StartDate) + years;
        if (year < 1 || year > ReportingCalendar.MaxDate.Year)
        {
            return null;
        }

        var number = Calendar.Weeks.GetWeekOfWeekYear(Whole.StartDate);
        if (number > Calendar.WeeksIn(year))
        {
            return null;
        }

        var week = Calendar.Starting(GoalMetrics.Grain.Week, Calendar.WeekStart(year, number));
        return SamePartOf(week);
    }

    private ReportingPeriod? SameRetail(Grain own, int count, Grain by)
    {
        var each = RetailCalendar.PartsIn(own) / RetailCalendar.PartsIn(by);
        if (own == GoalMetrics.Grain.RetailWeek && by == GoalMetrics.Grain.RetailYear)
        {
            return SameRetailWeek(count);
        }

        if (own == GoalMetrics.Grain.RetailWeek || by == GoalMetrics.Grain.RetailWeek || each == 0)
        {
            return ShiftedByDates(count, by);
        }

        var shifted = Calendar.Starting(own, GrainArithmetic.Add(Calendar, own, Whole.StartDate, each * count));
        return SamePartOf(shifted);
    }

    private ReportingPeriod? SameRetailWeek(int years)
    {
        var retail = GrainArithmetic.RetailOf(Calendar);
        var from = retail.YearOf(Whole.StartDate);
        if (from + years is < 1 or > 9996)
        {
            return null;
        }

        var weeksBefore = WeeksBefore(retail);
        if (weeksBefore >= retail.WeeksIn(from + years))
        {
            return null;
        }

        var week = Calendar.Starting(GoalMetrics.Grain.RetailWeek, retail.StartOf(from + years).PlusWeeks(weeksBefore));
        return SamePartOf(week);
    }

    private ReportingPeriod? ShiftedByHours(int count)
    {
        if (Math.Abs((long)count) > MostDays * 24L)
        {
            return null;
        }

        var hours = Duration.FromHours(count);
        if (hours < Calendar.StartOf(ReportingCalendar.MinDate) - Start || hours > Calendar.StartOf(ReportingCalendar.MaxDate) - End)
        {
            return null;
        }

        return Calendar.Stretch(Start + hours, End + hours);
    }

    private ReportingPeriod? HourOn(LocalDate? date)
    {
        if (date is not { } day || day < ReportingCalendar.MinDate || day > ReportingCalendar.MaxDate)
        {
            return null;
        }

        var time = Start.InZone(Calendar.Zone).TimeOfDay;
        return Calendar.Hour(Calendar.At(Calendar.TimeOn(day, time)));
    }

    // Null if there is no supported period.
    private LocalDate? Moved(LocalDate date, int count, Grain by)
    {
        if (GrainArithmetic.MonthsIn(by) is > 0 and var length)
        {
            var month = ((date.Year * 12L) + date.Month - 1) + ((long)length * count);
            if (month is < 12 or >= 9999 * 12L)
            {
                return null;
            }

            return date.PlusMonths(length * count);
        }

        // As far into the other unit as into this one, or its last day if it is shorter.
        var from = GrainArithmetic.StartHolding(Calendar, by, date);
        if (GrainArithmetic.Add(Calendar, by, from, count) is not { } start || GrainArithmetic.Add(Calendar, by, start, 1) is not { } end)
        {
            return null;
        }

        return LocalDate.Min(start.PlusDays(NodaTime.Period.DaysBetween(from, date)), end.PlusDays(-1));
    }
}

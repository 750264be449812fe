using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

// Shifting by another grain than the period's own.
public sealed partial class ReportingPeriod
{
    /// <summary>The period so many units of a grain later, or earlier if negative: a month a year earlier, a day two weeks later.</summary>
    /// <remarks>
    /// Months and longer are shifted as periods, never date by date: February a month after January is all of February (S2.4). A day or
    /// a free range goes by its first and last date, and the last day of a shorter month stands in for one it does not have; a range of
    /// whole months stays one. Weeks and retail periods go by their number in another year, a retail one in another retail year; week 53
    /// becomes 52 where there is none. An hour is that of the same local time on the other date.
    /// </remarks>
    /// <param name="count">How many units.</param>
    /// <param name="by">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The result lies outside the supported dates, or the grain is no grain.</exception>
    public ReportingPeriod Shift(int count, Grain by) => Shifted(count, by)
        ?? throw new ArgumentOutOfRangeException(nameof(count), Outside(Invariant($"{this} shifted by {count} times {by}")));

    internal ReportingPeriod? Shifted(int count, Grain by)
    {
        if (count == 0 || Grain == by)
        {
            return count == 0 ? this : Shifted(count);
        }

        var months = GrainArithmetic.MonthsIn(by) * count;
        return by == GoalMetrics.Grain.Hour ? ShiftedByHours(count)
            : IsHour ? HourOn(Moved(StartDate, count, by))
            : Grain is { } retail && GrainArithmetic.IsRetail(retail) && (GrainArithmetic.IsRetail(by) || (months % 12 == 0 && months != 0))
                ? months == 0 ? SameRetail(retail, count, by) : SameRetail(retail, months / 12, GoalMetrics.Grain.RetailYear)
            : Grain == GoalMetrics.Grain.Week && months % 12 == 0 && months != 0 ? SameWeek(months / 12)
            : Grain is { } own && GrainArithmetic.MonthsIn(own) is > 0 and var length && months % length == 0 && months != 0 ? SameMonths(own, months / length, months)
            : ShiftedByDates(count, by, months);
    }

    private ReportingPeriod? ShiftedByDates(int count, Grain by, int months)
    {
        var end = EndDate is { Day: 1 } && StartDate is { Day: 1 } && months != 0
            ? Moved(EndDate, count, by)
            : Moved(EndDate.PlusDays(-1), count, by)?.PlusDays(1);
        return Moved(StartDate, count, by) is not { } start || end is null ? null
            : Grain == GoalMetrics.Grain.Day ? Calendar.Starting(GoalMetrics.Grain.Day, start)
            : Range(start, end);
    }

    private ReportingPeriod? SameMonths(Grain own, int periods, int months)
    {
        var shifted = Calendar.Starting(own, GrainArithmetic.Add(Calendar, own, Whole.StartDate, periods));
        return IsPartial && shifted is not null
            ? shifted.Cut(StartDate.PlusMonths(months), EndDate.PlusDays(-1).PlusMonths(months).PlusDays(1))
            : shifted;
    }

    private ReportingPeriod? SameWeek(int years)
    {
        var year = Calendar.Weeks.GetWeekYear(Whole.StartDate) + years;
        if (year < 1 || year > ReportingCalendar.MaxDate.Year)
        {
            return null;
        }

        var number = Math.Min(Calendar.Weeks.GetWeekOfWeekYear(Whole.StartDate), Calendar.WeeksIn(year));
        var week = Calendar.Starting(GoalMetrics.Grain.Week, Calendar.WeekStart(year, number));
        return IsPartial ? SamePartOf(week) : week;
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
            return ShiftedByDates(count, by, 0);
        }

        var shifted = Calendar.Starting(own, GrainArithmetic.Add(Calendar, own, Whole.StartDate, each * count));
        return IsPartial ? SamePartOf(shifted) : shifted;
    }

    private ReportingPeriod? SameRetailWeek(int years)
    {
        var retail = GrainArithmetic.RetailOf(Calendar);
        var from = retail.YearOf(Whole.StartDate);
        if (from + years is < 1 or > 9996)
        {
            return null;
        }

        var number = Math.Min(NodaTime.Period.DaysBetween(retail.StartOf(from), Whole.StartDate) / 7, retail.WeeksIn(from + years) - 1);
        var week = Calendar.Starting(GoalMetrics.Grain.RetailWeek, retail.StartOf(from + years).PlusWeeks(number));
        return IsPartial ? SamePartOf(week) : week;
    }

    private ReportingPeriod? ShiftedByHours(int count)
    {
        var hours = Duration.FromHours(count);
        var (start, end) = (Start + hours, End + hours);
        return start < Calendar.StartOf(ReportingCalendar.MinDate) || end > Calendar.StartOf(ReportingCalendar.MaxDate) ? null
            : Calendar.Stretch((Calendar.DateHolding(start), Calendar.DateHolding(end - Duration.Epsilon).PlusDays(1)), (start, end));
    }

    private ReportingPeriod? HourOn(LocalDate? date) =>
        date is { } day && day >= ReportingCalendar.MinDate && day <= ReportingCalendar.MaxDate
            ? Calendar.Hour(Calendar.At(day.At(Start.InZone(Calendar.Zone).TimeOfDay)))
            : null;

    // Null where no supported period is.
    private LocalDate? Moved(LocalDate date, int count, Grain by)
    {
        if (GrainArithmetic.MonthsIn(by) is > 0 and var length)
        {
            var month = ((date.Year * 12L) + date.Month - 1) + ((long)length * count);
            return month is < 12 or >= 9999 * 12L ? null : date.PlusMonths(length * count);
        }

        // As far into the other unit as into this one, or its last day where that is shorter.
        var from = GrainArithmetic.StartHolding(Calendar, by, date);
        return GrainArithmetic.Add(Calendar, by, from, count) is { } start && GrainArithmetic.Add(Calendar, by, start, 1) is { } end
            ? LocalDate.Min(start.PlusDays(NodaTime.Period.DaysBetween(from, date)), end.PlusDays(-1))
            : null;
    }
}

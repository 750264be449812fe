using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

// The periods around a period, and inside it.
public sealed partial class ReportingPeriod
{
    /// <summary>The period just before, as <see cref="Shift(int)"/> by −1; of a free range, as many whole months or days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the supported dates.</exception>
    public ReportingPeriod Previous() => Shift(-1);

    /// <summary>The period just after, as <see cref="Shift(int)"/> by 1; of a free range, as many whole months or days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the supported dates.</exception>
    public ReportingPeriod Next() => Shift(1);

    /// <summary>The period so many periods of its own kind later, or earlier if negative.</summary>
    /// <remarks>
    /// Periods are shifted, not dates: the month before March is all of February. A free range of whole months moves by its number of
    /// months, and any other by its number of days. For a part of a period, the whole is shifted and the same dates of it are taken: 1 to
    /// 30 March becomes 1 to 28 February, which is a whole month, and December as a part of its quarter becomes September.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The result lies outside the supported dates.</exception>
    public ReportingPeriod Shift(int periods) =>
        Shifted(periods) ?? throw new ArgumentOutOfRangeException(nameof(periods), Outside(Invariant($"{this} shifted by {periods}")));

    /// <summary>The same period a year earlier.</summary>
    /// <remarks>
    /// Months, weeks and longer periods keep their number; week 53 has no counterpart in a year of 52, so say
    /// <c>Shift(-52, Grain.Week)</c> for the same weekdays a year earlier. A day keeps its date; 29 February becomes 28. An
    /// hour becomes the hour of the same local time on that date. A free range keeps its first and last date, and so does a part of a
    /// period; whole months stay whole months, and a part of a week keeps its weekdays.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">
    /// It lies outside the supported dates, or is a week 53 that the year before lacks.
    /// </exception>
    public ReportingPeriod YearEarlier() =>
        AYearEarlier() ?? throw new ArgumentOutOfRangeException(paramName: null, Without($"The period a year before {this}"));

    /// <summary>Cuts the period into periods of the grain, in order, without gap or overlap.</summary>
    /// <remarks>Where the first or last one reaches beyond this period it is cut to it, and <see cref="IsPartial"/>.</remarks>
    /// <exception cref="ArgumentException">The period is an hour, and the grain is longer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The grain is unknown, or a part would hold no supported date.</exception>
    public IReadOnlyList<ReportingPeriod> SplitBy(Grain grain)
    {
        var parts = new List<ReportingPeriod>(grain == GoalMetrics.Grain.Day ? Days : 0);
        if (grain == GoalMetrics.Grain.Hour)
        {
            for (var at = Start; at < End; at = parts[^1].End)
            {
                parts.Add(Calendar.Hour(at));
            }

            return parts.AsReadOnly();
        }

        if (IsHour)
        {
            throw new ArgumentException($"An hour holds no {grain}: expected Hour. Split the period around {this} instead.", nameof(grain));
        }

        var whole = Calendar.Holding(grain, StartDate);
        for (var date = StartDate; date < EndDate; date = parts[^1].EndDate)
        {
            if (whole is null)
            {
                throw new ArgumentOutOfRangeException(nameof(grain), Outside(Invariant($"The {grain} of {date:R}")));
            }

            parts.Add(whole.Cut(StartDate, EndDate));
            whole = Calendar.After(whole);
        }

        return parts.AsReadOnly();
    }

    // Null outside the supported dates.
    internal ReportingPeriod? Shifted(int periods)
    {
        if (Grain is not { } grain)
        {
            return RangeShifted(periods);
        }

        if (IsHour)
        {
            if (Calendar.ShiftHours(Start, periods) is { } at)
            {
                return Calendar.Hour(at);
            }

            return null;
        }

        if (GrainArithmetic.MonthsIn(grain) > 0)
        {
            return SameMonths(grain, periods);
        }

        var shifted = Calendar.Starting(grain, GrainArithmetic.Add(Calendar, grain, Whole.StartDate, periods));
        return SamePartOf(shifted);
    }

    // By as many months where the range holds whole months, so that the range before February is all of January, as the month before is.
    private ReportingPeriod? RangeShifted(int periods)
    {
        if (HoldsWholeMonths)
        {
            var months = (long)NodaTime.Period.Between(StartDate, EndDate, PeriodUnits.Months).Months * periods;
            if (Math.Abs(months) > MostDays)
            {
                return null;
            }

            return Shifted((int)months, GoalMetrics.Grain.Month);
        }

        var days = (long)Days * periods;
        return Range(GrainArithmetic.AddDays(StartDate, days), GrainArithmetic.AddDays(EndDate, days));
    }

    // Null where there is none.
    internal ReportingPeriod? AYearEarlier()
    {
        var (start, end) = (StartDate.PlusYears(-1), EndMoved(-12));
        switch (Grain)
        {
            case null:
                return Range(start, end);
            case GoalMetrics.Grain.Hour:
                var local = Start.InZone(Calendar.Zone).LocalDateTime;
                return HourOn(Calendar.DayOf(local).PlusYears(-1));
            case GoalMetrics.Grain.Day:
                return Calendar.Starting(GoalMetrics.Grain.Day, start);
            case GoalMetrics.Grain.Week:
                return SameWeek(-1);
            case { } retail when GrainArithmetic.IsRetail(retail):
                return SameRetail(retail, -1, GoalMetrics.Grain.RetailYear);
            case { } grain:
                var whole = Calendar.Starting(grain, Whole.StartDate.PlusYears(-1));
                if (IsPartial)
                {
                    return whole?.Cut(start, end);
                }

                return whole;
        }
    }

    // The part of this period between the dates; the period itself if nothing is cut off.
    private ReportingPeriod Cut(LocalDate from, LocalDate to)
    {
        if (from <= StartDate && EndDate <= to)
        {
            return this;
        }

        var (start, end) = (LocalDate.Max(StartDate, from), LocalDate.Min(EndDate, to));
        return new ReportingPeriod(Calendar, Grain, (start, end), (Calendar.StartOf(start), Calendar.StartOf(end)), whole: this);
    }

    private ReportingPeriod? SamePartOf(ReportingPeriod? whole)
    {
        if (whole is null || !IsPartial)
        {
            return whole;
        }

        // If the other period is shorter, its last day is used instead, so that no part becomes empty.
        var from = whole.StartDate.PlusDays(NodaTime.Period.DaysBetween(Whole.StartDate, StartDate));
        var to = whole.StartDate.PlusDays(NodaTime.Period.DaysBetween(Whole.StartDate, EndDate));
        return whole.Cut(LocalDate.Min(from, whole.EndDate.PlusDays(-1)), to);
    }

    private ReportingPeriod? Range(LocalDate? start, LocalDate? end)
    {
        if (start >= ReportingCalendar.MinDate && end <= ReportingCalendar.MaxDate.PlusDays(1))
        {
            return Calendar.Between(start.Value, end.Value);
        }

        return null;
    }

    // Why there is no such period.
    private string Without(string what)
    {
        if (IsWeek53)
        {
            return Invariant($"{what}: the other year has 52 weeks. Shift by 52 weeks instead of a year for the same weekdays.");
        }

        return Outside(what);
    }

    private static string Outside(string what) =>
        Invariant($"{what} lies outside the supported dates {ReportingCalendar.MinDate:R} to {ReportingCalendar.MaxDate:R}.");
}

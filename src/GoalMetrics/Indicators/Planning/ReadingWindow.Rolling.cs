using NodaTime;

namespace GoalMetrics;

// Windows that reach back from the end of a period.
internal sealed partial class ReadingWindow
{
    // [end − length, end), where end is the end of the period, whether or not the moment has reached it. Set against a later window that is
    // not over, as many days of it are read as of that one.
    public ReadingWindow Rolling(Period length)
    {
        var rolled = RolledBack(length).ComparedWith(Later?.Rolling(length));
        if (rolled.Later is not { } later || later.ComparedUntil >= later.Period.End)
        {
            return rolled;
        }

        // It reaches back from the end of its period, so it has a part of its own that is like for like.
        var until = later.Period.LikeForLikeEnd(rolled.Period, later.ComparedUntil);
        return rolled.From(rolled._origin! with { Until = until });
    }

    private ReadingWindow RolledBack(Period length)
    {
        var first = Calendar.StartOf(ReportingCalendar.MinDate);
        if (Period.Grain != Grain.Hour && !length.HasTimeComponent)
        {
            return From(LocalDate.Max(RolledFrom - length, ReportingCalendar.MinDate));
        }

        // Days are counted by the calendar; hours are elapsed time, whatever daylight saving does.
        var hours = Duration.FromTicks(length.Ticks) + Duration.FromHours(length.Hours) + Duration.FromMinutes(length.Minutes);
        var days = new PeriodBuilder(length) { Hours = 0, Minutes = 0, Seconds = 0, Milliseconds = 0, Ticks = 0, Nanoseconds = 0 }.Build();
        if (!days.HasDateComponent)
        {
            return Ending(Instant.Max(first, Period.End - hours));
        }

        var local = Period.End.InZone(Calendar.Zone).LocalDateTime - days;
        if (local.Date < ReportingCalendar.MinDate)
        {
            return Ending(first);
        }

        return Ending(Instant.Max(first, Calendar.At(local) - hours));
    }

    // The day after the last one that a rolling window of days reads.
    private LocalDate RolledFrom
    {
        get
        {
            if (Terms.RollsToMoment && Period.Start < Until && Until < Period.End)
            {
                return Calendar.DateHolding(Until - Duration.Epsilon).PlusDays(1);
            }

            return Period.EndDate;
        }
    }
}

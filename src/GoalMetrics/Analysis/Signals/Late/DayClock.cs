using NodaTime;

namespace GoalMetrics;

// A clock that shows 0 when a reporting day starts, and its date until it ends, whatever hour that is by the wall clock.
internal static class DayClock
{
    public static LocalDateTime HourOf(Instant moment, ReportingCalendar calendar)
    {
        var sinceStart = moment.InZone(calendar.Zone).Hour - calendar.FirstHourOfDay;
        return calendar.DateHolding(moment).At(new LocalTime((sinceStart + 24) % 24, 0));
    }
}

namespace GoalMetrics;

// On which days facts are not expected. What a weekday is like shows in its facts, better than in its weight.
internal static class ExpectedDays
{
    // Those that say something about others. A weekday that weighs nothing, and never had any facts, does not.
    public static IEnumerable<CountedDay> TellingDays(this ReportingCalendar calendar, IReadOnlyList<CountedDay> days)
    {
        var busy = days.Where(day => !day.Facts.IsEmpty).Select(day => day.Date.DayOfWeek).ToHashSet();
        return days.Where(day => busy.Contains(day.Date.DayOfWeek) ? !calendar.IsOffByItself(day.Date) : !calendar.IsDayOff(day.Date));
    }
}

namespace GoalMetrics;

// The periods of a goal and the source it is measured in have one calendar.
internal static class CalendarCheck
{
    private static readonly LocalizedText Period = new("period", "periode");
    private static readonly LocalizedText BaselinePeriod = new("baseline period", "udgangspunktsperiode");

    // A finding for each period of another calendar.
    public static IEnumerable<Finding> Find(SmartGoal goal, ReportingCalendar calendar) =>
        Foreign(goal, calendar).Select(each => GoalFindings.ForeignCalendar.At(
            $"goals/{goal.Id}/{each.Part}",
            [
                new("part", each.Name),
                new("period", each.Period),
                new("found", Describe(each.Period.Calendar, calendar)),
                new("expected", Describe(calendar, each.Period.Calendar)),
            ]));

    public static void Check(SmartGoal goal, ReportingCalendar calendar)
    {
        foreach (var (name, period, _) in Foreign(goal, calendar))
        {
            throw new ArgumentException(
                $"Goal '{goal.Id}': its {name} {period} is of the calendar {period.Calendar}; the source has {calendar}."
                + " Take periods from the source's calendar.",
                nameof(goal));
        }
    }

    // Most often the zones differ, which says enough.
    private static LocalizedText Describe(ReportingCalendar calendar, ReportingCalendar other)
    {
        if (calendar.Zone.Id == other.Zone.Id)
        {
            return calendar.ToString();
        }

        return calendar.Zone.Id;
    }

    private static IEnumerable<(LocalizedText Name, ReportingPeriod Period, string Part)> Foreign(
        SmartGoal goal, ReportingCalendar calendar)
    {
        if (goal.Period is { } period && period.Calendar != calendar)
        {
            yield return (Period, period, "period");
        }

        if (goal.Target?.Baseline?.Period is { } baseline && baseline.Calendar != calendar)
        {
            yield return (BaselinePeriod, baseline, "target/baseline");
        }
    }
}

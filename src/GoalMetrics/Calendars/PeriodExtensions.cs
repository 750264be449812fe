using NodaTime;

namespace GoalMetrics;

/// <summary>Short ways to write lengths of time in the calendar: <c>28.Days()</c>, <c>3.Months()</c>.</summary>
public static class PeriodExtensions
{
    /// <summary>This many hours.</summary>
    public static Period Hours(this int count) => Period.FromHours(count);

    /// <summary>This many days.</summary>
    public static Period Days(this int count) => Period.FromDays(count);

    /// <summary>This many weeks.</summary>
    public static Period Weeks(this int count) => Period.FromWeeks(count);

    /// <summary>This many months.</summary>
    public static Period Months(this int count) => Period.FromMonths(count);

    /// <summary>This many years.</summary>
    public static Period Years(this int count) => Period.FromYears(count);
}

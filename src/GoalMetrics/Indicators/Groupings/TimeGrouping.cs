using System.Globalization;
using GoalMetrics.Sources;
using NodaTime;
using NodaTime.Extensions;

namespace GoalMetrics;

/// <summary>
/// Groupings by a part of the time of each fact, as the clocks and calendars of the source's zone show it:
/// <c>Query.For(orders).By(TimeGrouping.Weekday)</c>.
/// </summary>
/// <remarks>
/// Facts of an hour that the clocks show twice count in that hour both times; an hour that is skipped has none on that day. A day that
/// lacks a part has no facts of it, so that a mean by day is one over the days that have it.
/// </remarks>
public static class TimeGrouping
{
    /// <summary>
    /// The day of the week, called <c>weekday</c>: <c>Monday</c> to <c>Sunday</c>, in the order of the calendar's weeks.
    /// </summary>
    public static MemberGrouping<IsoDayOfWeek> Weekday { get; } = new TimePartGrouping<IsoDayOfWeek>(
        "weekday", TimePart.Weekday, day => day.ToString(), DayNamed, NameOf);

    /// <summary>The hour that the clock shows, called <c>hour-of-day</c>: 0 to 23. Refused for tables of dates.</summary>
    public static MemberGrouping<int> HourOfDay { get; } = Numbered(
        "hour-of-day", TimePart.HourOfDay, 0, 23, (hour, culture) => new LocalTime(hour, 0).ToString("t", culture));

    /// <summary>The day of the month, called <c>day-of-month</c>: 1 to 31.</summary>
    public static MemberGrouping<int> DayOfMonth { get; } = Numbered(
        "day-of-month", TimePart.DayOfMonth, 1, 31, (day, culture) => day.ToString(culture));

    /// <summary>The month of the year, called <c>month-of-year</c>: 1 for January to 12, also where fiscal years begin otherwise.</summary>
    public static MemberGrouping<int> MonthOfYear { get; } = Numbered(
        "month-of-year", TimePart.MonthOfYear, 1, 12, (month, culture) => Gregorian(culture).GetMonthName(month));

    private static TimePartGrouping<int> Numbered(string name, TimePart part, int first, int last, Func<int, CultureInfo, string> textOf)
    {
        return new(name, part, Written, Read, textOf);

        string? Written(int number)
        {
            if (number >= first && number <= last)
            {
                return number.ToString(CultureInfo.InvariantCulture);
            }

            return null;
        }

        int? Read(string member)
        {
            if (int.TryParse(member, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            return null;
        }
    }

    private static IsoDayOfWeek? DayNamed(string member)
    {
        if (Enum.TryParse<IsoDayOfWeek>(member, out var day) && day != IsoDayOfWeek.None && day.ToString() == member)
        {
            return day;
        }

        return null;
    }

    private static string NameOf(IsoDayOfWeek day, CultureInfo culture) => Gregorian(culture).GetDayName(day.ToDayOfWeek());

    // Months are those of the Gregorian calendar, whatever calendar the culture prefers.
    private static DateTimeFormatInfo Gregorian(CultureInfo culture)
    {
        if (culture.DateTimeFormat.Calendar is GregorianCalendar)
        {
            return culture.DateTimeFormat;
        }

        if (culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is not { } calendar)
        {
            return CultureInfo.InvariantCulture.DateTimeFormat;
        }

        var format = (DateTimeFormatInfo)culture.DateTimeFormat.Clone();
        format.Calendar = calendar;
        return format;
    }
}

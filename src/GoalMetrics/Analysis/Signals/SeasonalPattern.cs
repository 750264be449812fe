using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>Which pattern was taken out of a measure's values before they were judged.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SeasonalPattern>))]
public enum SeasonalPattern
{
    /// <summary>None: the data show no pattern strong enough, or are too few to judge.</summary>
    None = 0,

    /// <summary>The hour of the day, in hourly values.</summary>
    HourOfDay,

    /// <summary>The hour of the week, in hourly values of some weeks.</summary>
    HourOfWeek,

    /// <summary>The day of the week, in daily values.</summary>
    Weekday,

    /// <summary>The week of the year, in weekly values.</summary>
    WeekOfYear,

    /// <summary>The month of the year, in monthly values.</summary>
    MonthOfYear,

    /// <summary>The quarter of the year, in quarterly values.</summary>
    QuarterOfYear,
}

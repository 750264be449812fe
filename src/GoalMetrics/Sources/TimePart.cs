using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Sources;

/// <summary>What of a fact's local time a <see cref="DerivedDimension.OfTime"/> has as its members.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TimePart>))]
public enum TimePart
{
    /// <summary>The day of the week, by its English name: <c>Monday</c> to <c>Sunday</c>.</summary>
    Weekday = 0,

    /// <summary>The hour that the clock shows, <c>0</c> to <c>23</c>. Dates have none.</summary>
    HourOfDay,

    /// <summary>The day of the month, <c>1</c> to <c>31</c>.</summary>
    DayOfMonth,

    /// <summary>The month of the year, <c>1</c> to <c>12</c>.</summary>
    MonthOfYear,
}

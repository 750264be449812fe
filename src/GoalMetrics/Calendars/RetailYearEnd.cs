using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>Which of its weekdays ends a retail year.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RetailYearEnd>))]
public enum RetailYearEnd
{
    /// <summary>The one nearest to the end of the month, before it or after it.</summary>
    NearestToMonthEnd = 0,

    /// <summary>The last one in the month.</summary>
    LastInMonth,
}

using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>The earlier period that a period is compared with.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PeriodComparison>))]
public enum PeriodComparison
{
    /// <summary>The period before it.</summary>
    PreviousPeriod = 0,

    /// <summary>The same period a year earlier.</summary>
    YearEarlier,
}

using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>Which value of the shorter periods inside a period stands for the period.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SubPeriodValue>))]
public enum SubPeriodValue
{
    /// <summary>The value of the last shorter period that has one.</summary>
    Last = 0,

    /// <summary>The value of the first shorter period that has one.</summary>
    First,

    /// <summary>The mean of the values.</summary>
    Average,
}

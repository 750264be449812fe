using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>Which of the values that a balance had inside a period stands for the whole period.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BalanceValue>))]
public enum BalanceValue
{
    /// <summary>The latest: subscribers at the end of the month.</summary>
    Last = 0,

    /// <summary>The earliest: opening stock.</summary>
    First,

    /// <summary>The mean of all values.</summary>
    Average,
}

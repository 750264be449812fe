using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>Which way is better for a measure.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Direction>))]
public enum Direction
{
    /// <summary>Neither way is better in itself.</summary>
    Neutral = 0,

    /// <summary>More is better: revenue, conversion rate.</summary>
    HigherIsBetter,

    /// <summary>Less is better: cost, churn rate.</summary>
    LowerIsBetter,
}

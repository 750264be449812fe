using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>How a value compares with a number.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Comparison>))]
public enum Comparison
{
    /// <summary>It is equal.</summary>
    Equal = 0,

    /// <summary>It is less.</summary>
    Less,

    /// <summary>It is less or equal.</summary>
    LessOrEqual,

    /// <summary>It is greater.</summary>
    Greater,

    /// <summary>It is greater or equal.</summary>
    GreaterOrEqual,
}

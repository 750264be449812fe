using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>What a formula takes in one of its places.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<InputKind>))]
public enum InputKind
{
    /// <summary>Any quantity.</summary>
    Any = 0,

    /// <summary>A number of things, not below zero.</summary>
    Count,

    /// <summary>An amount in one currency, or per something in one currency.</summary>
    Money,

    /// <summary>A dimensionless ratio.</summary>
    Ratio,

    /// <summary>A length of time.</summary>
    Duration,
}

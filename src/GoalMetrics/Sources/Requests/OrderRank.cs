using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Sources;

/// <summary>Which of n sorted values, numbered from 0, stands at a share p of the way through them.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OrderRank>))]
public enum OrderRank
{
    /// <summary>The value at <c>⌊p (n − 1)⌋</c>: the one at or below the position that a linear interpolation reads.</summary>
    Below = 0,

    /// <summary>The value at <c>min(⌊p (n − 1)⌋ + 1, n − 1)</c>: the one above that position.</summary>
    Above,

    /// <summary>The value at <c>max(⌈p n⌉ − 1, 0)</c>: the nearest rank, the first value that the share does not exceed.</summary>
    Nearest,

    /// <summary>
    /// The value at <c>max(⌊p (n + 1)⌋ − 1, 0)</c>, or the last where there are fewer: the one at or below the position that an exclusive
    /// percentile reads. The caller knows where that position lies outside of the values.
    /// </summary>
    BelowExclusive,

    /// <summary>The value after that of <see cref="BelowExclusive"/>, or the last where there is none.</summary>
    AboveExclusive,
}

using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>What the landing of a <see cref="Projection"/> is a figure of.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LandingKind>))]
public enum LandingKind
{
    /// <summary>
    /// Nothing: the value over the period does not follow from those of its parts, as the customers of a year do not from those of its
    /// days.
    /// </summary>
    None = 0,

    /// <summary>The total over the period: orders, revenue.</summary>
    Total,

    /// <summary>
    /// The ratio of what both sides come to over the period: a rate, or a mean as the ratio of a sum and its number of values.
    /// </summary>
    Ratio,

    /// <summary>The value at the end of the period: a balance, such as subscribers or stock, or a ratio of two.</summary>
    AtEnd,

    /// <summary>
    /// The value of the period itself, where the history is by periods of its length: customers of a month, by the month.
    /// </summary>
    OwnValue,
}

using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// Why a <see cref="Quantity"/> has no value. The value 0, <see cref="NoData"/>, is the reason of <c>default(Quantity)</c>.
/// </summary>
[JsonConverter(typeof(CamelCaseEnumConverter<UndefinedReason>))]
public enum UndefinedReason
{
    /// <summary>There are no facts to compute from.</summary>
    NoData = 0,

    /// <summary>The denominator is zero.</summary>
    ZeroDenominator,

    /// <summary>The window that decides the value has not closed yet.</summary>
    Immature,

    /// <summary>There are too few facts or statements for the method.</summary>
    InsufficientData,

    /// <summary>An input is outside the range of the method, such as a churn rate above 100 % for a lifetime.</summary>
    OutOfDomain,

    /// <summary>The value is too large for a decimal (beyond about 7.9 × 10²⁸).</summary>
    Overflow,

    /// <summary>The value would need adding up values that do not add up, such as distinct customers over days.</summary>
    NotAdditive,
}

using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

/// <summary>The rules by which a process behaviour chart signals.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ChartRule>))]
public enum ChartRule
{
    /// <summary>One point beyond a limit: more than 3 sigma from the centre.</summary>
    BeyondLimit = 0,

    /// <summary>Eight points or more in a row on one side of the centre.</summary>
    EightOnOneSide,

    /// <summary>Two of three points beyond 2 sigma on the same side.</summary>
    TwoOfThreeBeyondTwoSigma,

    /// <summary>Four of five points beyond 1 sigma on the same side.</summary>
    FourOfFiveBeyondOneSigma,

    /// <summary>Six points or more in a row, each above the one before, or each below it.</summary>
    SixInATrend,
}

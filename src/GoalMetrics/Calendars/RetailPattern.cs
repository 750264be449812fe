using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>How the 13 weeks of a retail quarter are dealt to its three periods.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RetailPattern>))]
public enum RetailPattern
{
    /// <summary>Four weeks, four weeks, five weeks.</summary>
    FourFourFive = 0,

    /// <summary>Four weeks, five weeks, four weeks: the pattern of the National Retail Federation.</summary>
    FourFiveFour,

    /// <summary>Five weeks, four weeks, four weeks.</summary>
    FiveFourFour,
}

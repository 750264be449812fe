using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>Which rows come first.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SortOrder>))]
public enum SortOrder
{
    /// <summary>The largest value first.</summary>
    Descending = 0,

    /// <summary>The smallest value first.</summary>
    Ascending,
}

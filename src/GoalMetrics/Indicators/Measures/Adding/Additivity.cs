using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>Whether values may be added up over time. The library never adds up values that may not be added.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Additivity>))]
public enum Additivity
{
    /// <summary>Adds up over time and over dimensions: revenue, orders.</summary>
    Additive = 0,

    /// <summary>Adds up over dimensions, but not over time: balances, subscribers, stock.</summary>
    SemiAdditive,

    /// <summary>Adds up over neither: distinct counts, percentiles, ratios.</summary>
    NonAdditive,
}

using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>How a goal is judged, which follows from its measure and its target.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GoalNature>))]
public enum GoalNature
{
    /// <summary>By what has accumulated since its period began: revenue, visitors.</summary>
    Flow = 0,

    /// <summary>By where the measure stands between baseline and target: ratios, averages, balances.</summary>
    Level,

    /// <summary>By every closed period it was read in: a value to keep within limits.</summary>
    Stay,

    /// <summary>By the milestones that are complete.</summary>
    Milestones,
}

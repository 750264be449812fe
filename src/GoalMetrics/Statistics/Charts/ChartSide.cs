using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

/// <summary>Which way a signal points.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ChartSide>))]
public enum ChartSide
{
    /// <summary>Below the centre, or falling.</summary>
    Below = -1,

    /// <summary>Above the centre, or rising.</summary>
    Above = 1,
}

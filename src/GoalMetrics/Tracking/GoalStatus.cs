using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>How a goal stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GoalStatus>))]
public enum GoalStatus
{
    /// <summary>It cannot be judged; the findings say why.</summary>
    Unknown = 0,

    /// <summary>Its period has not begun.</summary>
    NotStarted,

    /// <summary>At least as far as expected.</summary>
    OnTrack,

    /// <summary>A little behind.</summary>
    AtRisk,

    /// <summary>Behind.</summary>
    OffTrack,

    /// <summary>The target is reached for good.</summary>
    Achieved,

    /// <summary>The target can no longer be reached.</summary>
    Missed,
}

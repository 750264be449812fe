using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>Whether a process that goes on as it is keeps a target, period by period.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TargetReach>))]
public enum TargetReach
{
    /// <summary>Cannot be judged: there are no limits, or it is not known which direction is better.</summary>
    Unknown = 0,

    /// <summary>Never: even the better limit falls short of the target. Something has to change.</summary>
    Never,

    /// <summary>Sometimes: the target lies within the limits, so it is chance whether a period keeps it.</summary>
    Sometimes,

    /// <summary>Always: even the worse limit keeps the target.</summary>
    Always,
}

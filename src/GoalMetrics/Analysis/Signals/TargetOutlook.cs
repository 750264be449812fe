using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>A goal's target beside what its measure does period by period. Immutable.</summary>
[JsonConverter(typeof(ResultConverter<TargetOutlook>))]
public sealed partial class TargetOutlook
{
    internal TargetOutlook(SmartGoal goal, TargetReach reach) => (Goal, Reach) = (goal, reach);

    /// <summary>The goal.</summary>
    public SmartGoal Goal { get; }

    /// <summary>Whether the process as it is keeps the target in every period, in some, or in none.</summary>
    public TargetReach Reach { get; }
}

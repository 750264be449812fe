using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>The kinds of <see cref="Target"/>.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TargetKind>))]
public enum TargetKind
{
    /// <summary>Reach a value, from above or below.</summary>
    Reach = 0,

    /// <summary>Rise by a share of the baseline, or by an amount.</summary>
    IncreaseBy,

    /// <summary>Fall by a share of the baseline, or by an amount.</summary>
    DecreaseBy,

    /// <summary>Never fall below a value.</summary>
    StayAtLeast,

    /// <summary>Never rise above a value.</summary>
    StayAtMost,

    /// <summary>Never leave a band.</summary>
    StayWithin,

    /// <summary>Complete milestones.</summary>
    Complete,
}

using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// How well a goal meets a <see cref="SmartCriterion"/>. The gravest finding decides; a finding of severity
/// <see cref="FindingSeverity.Info"/> does not count.
/// </summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SmartVerdict>))]
public enum SmartVerdict
{
    /// <summary>No rule has checked the criterion: the validator has none for it, or all of them abstained.</summary>
    NotChecked = 0,

    /// <summary>At least one rule has checked the criterion, and nothing speaks against the goal.</summary>
    Met,

    /// <summary>There is a warning.</summary>
    Doubtful,

    /// <summary>There is an error.</summary>
    NotMet,
}

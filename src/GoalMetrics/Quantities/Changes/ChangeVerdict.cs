using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>Whether a change is for the better.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ChangeVerdict>))]
public enum ChangeVerdict
{
    /// <summary>Cannot be judged: a side is undefined, or neither direction is better.</summary>
    Unknown = 0,

    /// <summary>For the better.</summary>
    Better,

    /// <summary>For the worse.</summary>
    Worse,

    /// <summary>No change.</summary>
    Unchanged,
}

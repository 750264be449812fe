using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>How much a <see cref="Finding"/> weighs.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FindingSeverity>))]
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Info = 0,

    /// <summary>Worth mending.</summary>
    Warning,

    /// <summary>Must be mended.</summary>
    Error,
}

using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>How final the figures of a period are at a given instant.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PeriodState>))]
public enum PeriodState
{
    /// <summary>The period has not ended, or not even begun.</summary>
    Open,

    /// <summary>The period has ended, but late facts or conversion windows are still outstanding.</summary>
    Settling,

    /// <summary>The period has ended and nothing more is expected.</summary>
    Closed,
}

using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>How the facts of a table carry their time.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FactTime>))]
public enum FactTime
{
    /// <summary>Each fact has a local date, and counts from the start of that day.</summary>
    Date = 0,

    /// <summary>Each fact has an instant; the calendar's zone decides its day.</summary>
    Instant,
}

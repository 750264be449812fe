using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>How much there is in the facts of the time that a value of a <see cref="MeasureHistory"/> stands for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<HistoryCoverage>))]
public enum HistoryCoverage
{
    /// <summary>Nothing: all tables of the measure together cover none of it.</summary>
    None = 0,

    /// <summary>A part of it. A sum or count is that of the part.</summary>
    Partial,

    /// <summary>All of it, up to the moment of the history while the period is open.</summary>
    Full,
}

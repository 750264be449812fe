using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>Which calendar year names a year that does not start in January.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<YearName>))]
public enum YearName
{
    /// <summary>The one in which it ends: the fiscal year from April 2026 is FY2027.</summary>
    EndYear = 0,

    /// <summary>The one in which it starts: the fiscal year from April 2026 is FY2026.</summary>
    StartYear,
}

using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>What makes a goal SMART.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SmartCriterion>))]
public enum SmartCriterion
{
    /// <summary>Clearly defined and clearly understood: what is to happen, and who is responsible.</summary>
    Specific = 0,

    /// <summary>Quantifiable, so that progress can be compared with an earlier period.</summary>
    Measurable,

    /// <summary>Realistic with the time and means at hand.</summary>
    Achievable,

    /// <summary>In line with the business goals.</summary>
    Relevant,

    /// <summary>With a clear time frame.</summary>
    TimeBound,
}

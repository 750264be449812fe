using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

/// <summary>How a hypothesis was tested.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TestMethod>))]
public enum TestMethod
{
    /// <summary>The z test of two proportions with their pooled standard error.</summary>
    PooledZ = 0,

    /// <summary>Fisher's exact test of a two by two table.</summary>
    FisherExact,

    /// <summary>Pearson's chi-square test of counts against expected shares.</summary>
    ChiSquare,

    /// <summary>Welch's t test of two means.</summary>
    Welch,

    /// <summary>The Mann-Kendall test of a monotonic trend.</summary>
    MannKendall,
}

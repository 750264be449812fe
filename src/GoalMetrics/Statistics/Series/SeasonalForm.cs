using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

/// <summary>How a season acts on the level.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SeasonalForm>))]
public enum SeasonalForm
{
    /// <summary>It adds the same amount, whatever the level.</summary>
    Additive = 0,

    /// <summary>It is a factor: it grows with the level.</summary>
    Multiplicative,
}

using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>How a search for the input that gives a wanted result ended.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GoalSeekOutcome>))]
public enum GoalSeekOutcome
{
    /// <summary>There is such an input.</summary>
    Found = 0,

    /// <summary>The formula has results, but none of the inputs it is valid for gives the wanted one.</summary>
    Unreachable,

    /// <summary>
    /// The formula has no result whatever this input is, for another input is undefined or outside its range; or the wanted result
    /// is undefined.
    /// </summary>
    Undefined,
}

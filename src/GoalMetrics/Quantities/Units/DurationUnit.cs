using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// What a duration is counted in. Seconds to weeks convert into each other exactly; months and years have no fixed
/// length and convert only between themselves (12 months a year).
/// </summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DurationUnit>))]
public enum DurationUnit
{
    /// <summary>Seconds.</summary>
    Second,

    /// <summary>Minutes of 60 seconds.</summary>
    Minute,

    /// <summary>Hours of 60 minutes.</summary>
    Hour,

    /// <summary>Days of 24 hours.</summary>
    Day,

    /// <summary>Weeks of 7 days.</summary>
    Week,

    /// <summary>Months, of no fixed number of days.</summary>
    Month,

    /// <summary>Years of 12 months.</summary>
    Year,
}

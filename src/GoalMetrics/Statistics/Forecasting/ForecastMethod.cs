using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

/// <summary>How a forecast was made.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ForecastMethod>))]
public enum ForecastMethod
{
    /// <summary>Theta, a damped trend with season, Holt-Winters and seasonal naive together.</summary>
    Combination = 0,

    /// <summary>The value of a season before; without a season, the last value.</summary>
    SeasonalNaive,

    /// <summary>Simple exponential smoothing: a level.</summary>
    Simple,

    /// <summary>Holt's linear smoothing: a level and a trend.</summary>
    Holt,

    /// <summary>Holt's smoothing with a trend that levels off.</summary>
    DampedHolt,

    /// <summary>Holt and Winters' smoothing: a level, a trend and a season.</summary>
    HoltWinters,

    /// <summary>The line of least squares.</summary>
    LinearTrend,

    /// <summary>The Theta method: simple smoothing with half the slope of the line of least squares.</summary>
    Theta,

    /// <summary>Values drawn by chance from those that are known, as for events that are rare; expected is their mean.</summary>
    Resampling,
}

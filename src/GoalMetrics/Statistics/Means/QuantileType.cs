using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

/// <summary>The nine definitions of a sample quantile, numbered as by Hyndman and Fan (1996) and R.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<QuantileType>))]
public enum QuantileType
{
    /// <summary>The inverse of the empirical distribution function.</summary>
    Type1 = 1,

    /// <summary>As type 1, with the mean of both where the function is level.</summary>
    Type2 = 2,

    /// <summary>The value nearest to rank <c>n · share</c>; of two equally near the even one (SAS).</summary>
    Type3 = 3,

    /// <summary>Linear interpolation of the empirical distribution function: rank <c>n · share</c>.</summary>
    Type4 = 4,

    /// <summary>Rank <c>n · share + ½</c> (hydrology).</summary>
    Type5 = 5,

    /// <summary>Rank <c>(n + 1) · share</c> (Minitab, SPSS).</summary>
    Type6 = 6,

    /// <summary>Rank <c>(n − 1) · share + 1</c> (R, NumPy, spreadsheets).</summary>
    Type7 = 7,

    /// <summary>Rank <c>(n + ⅓) · share + ⅓</c>: about unbiased for the median, whatever the distribution.</summary>
    Type8 = 8,

    /// <summary>Rank <c>(n + ¼) · share + ⅜</c>: about unbiased for normal samples.</summary>
    Type9 = 9,
}

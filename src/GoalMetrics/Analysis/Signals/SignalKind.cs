using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>What a signal is about: a rule of a process behaviour chart, or data that did not come.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SignalKind>))]
public enum SignalKind
{
    /// <summary>One value beyond a limit: more than 3 sigma from the centre.</summary>
    BeyondLimit = 0,

    /// <summary>Eight values or more in a row on one side of the centre.</summary>
    EightOnOneSide,

    /// <summary>Two of three values beyond 2 sigma on the same side.</summary>
    TwoOfThreeBeyondTwoSigma,

    /// <summary>Four of five values beyond 1 sigma on the same side.</summary>
    FourOfFiveBeyondOneSigma,

    /// <summary>Six values or more in a row, each above the one before, or each below it.</summary>
    SixInATrend,

    /// <summary>
    /// The latest periods that are over have no data yet, or lack some. Not a day that is running, nor days or hours of the week that had
    /// no facts in the last four weeks that are known, unless they lie between others that are late. A longer period is late once a usual
    /// day of it is; of totals of months, once it is over.
    /// </summary>
    LateData,

    /// <summary>Periods between others have no data, or lack some of it.</summary>
    MissingData,
}

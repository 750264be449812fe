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
    /// The latest periods that are over have no data yet, or lack some, and so long a silence is no chance: below 1 % by what the table
    /// had on the same weekdays of the last eight weeks that are known. A day without facts has a chance of (n - k + 2m)/(n + 2), if k of
    /// n such days had some and the share m of all days had none; weekdays that never had any count for nothing. Periods are late from
    /// the first to the last in which something usually happens: days, by the hour also hours of the day that is running, and longer
    /// periods once a day of them is late; of totals of months, once they are over. Where no day ever had any, a whole day is late.
    /// </summary>
    LateData,

    /// <summary>Periods between others have no data, or lack some of it.</summary>
    MissingData,
}

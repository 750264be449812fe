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
    /// The latest periods that are over have no data yet, or lack some, and the silence is too long for chance: its probability is below
    /// 1 %, judged by the same weekdays of the last eight weeks that are known.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A day without facts has the probability (n - k + 2m)/(n + 2), where k of n such days had facts, and the share m of all days had
    /// none. Weekdays that never had facts do not count.
    /// </para>
    /// <para>
    /// Late periods run from the first to the last in which something usually happens. A day is late as a whole. By the hour, hours of the
    /// day that is running can be late too. A longer period is late once a day of it is. Totals of months are late once the month is over.
    /// If no day ever had facts, a whole day is late.
    /// </para>
    /// </remarks>
    LateData,

    /// <summary>Periods between others have no data, or lack some of it.</summary>
    MissingData,
}

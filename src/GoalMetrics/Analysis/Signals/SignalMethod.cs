using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>How the limits of a measure's values are computed.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SignalMethod>))]
public enum SignalMethod
{
    /// <summary>There are no limits; a finding says why.</summary>
    None = 0,

    /// <summary>An XmR chart: limits from the mean moving range of the values (<see cref="Statistics.XmrChart"/>).</summary>
    Xmr,

    /// <summary>
    /// An XmR chart of the changes from period to period, for balances: what was there yesterday is there today, and only what was added or
    /// taken away is new.
    /// </summary>
    XmrOfChanges,

    /// <summary>
    /// Laney's p′ chart, for shares: the fewer trials a value rests on, the wider its limits (<see cref="Statistics.ProportionChart"/>).
    /// </summary>
    LaneyP,

    /// <summary>The same for means and other ratios of which the number of observations is known, such as revenue per visit.</summary>
    WeightedMean,
}

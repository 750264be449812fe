using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// The centre and limits of a measure between two declared shifts, without the seasonal pattern. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<SignalLimits>))]
public sealed partial class SignalLimits
{
    internal SignalLimits(ReportingPeriod first, ReportingPeriod last) => (First, Last) = (first, last);

    /// <summary>The first period they are for.</summary>
    public ReportingPeriod First { get; }

    /// <summary>The last period they are for.</summary>
    public ReportingPeriod Last { get; }

    /// <summary>The mean; of ratios, that of all numerators over all denominators; of balances, the mean change.</summary>
    public Quantity Centre { get; internal init; }

    /// <summary>
    /// How far values stray: the mean moving range / 1.128. Where values rest on unlike numbers, that of one with the mean number.
    /// </summary>
    public Quantity Sigma { get; internal init; }

    /// <summary><c>centre − 3 sigma</c>.</summary>
    public Quantity LowerLimit { get; internal init; }

    /// <summary><c>centre + 3 sigma</c>.</summary>
    public Quantity UpperLimit { get; internal init; }

    /// <summary>Why the process is another since the stretch before; null for the first stretch.</summary>
    public string? Why { get; internal init; }

    /// <summary>The periods, the centre and the limits: <c>2026-01-05 to 2026-11-16: 41.2 [22.4; 60]</c>.</summary>
    public override string ToString() =>
        $"{First} to {Last}: {Centre.ToString(null)} [{LowerLimit.ToString(null)}; {UpperLimit.ToString(null)}]";
}

using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// When a goal under way is on track, at risk or off track, judged by its pace. Immutable; equality is by value.
/// </summary>
[JsonConverter(typeof(StatusPolicyConverter))]
public sealed record StatusPolicy
{
    /// <summary>On track from a pace of 1 and at risk from 0.9; a status held before is lost only 0.02 below its threshold.</summary>
    public static StatusPolicy Default { get; } = new();

    // Beyond this a pace is most likely meant in per cent.
    private const decimal Highest = 10m;

    /// <summary>The pace from which a goal is on track. Defaults to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0, or is above 10.</exception>
    public decimal OnTrackFrom { get; init => field = Positive(value, nameof(OnTrackFrom)); } = 1m;

    /// <summary>The pace from which a goal is at risk; below it, the goal is off track. Defaults to 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0, or is above 10.</exception>
    public decimal AtRiskFrom { get; init => field = Positive(value, nameof(AtRiskFrom)); } = 0.9m;

    /// <summary>
    /// How far the pace may fall below a threshold before a status held earlier is lost. Defaults to 0.02. It keeps a goal
    /// near a threshold from changing colour every day, and never makes a status worse than the thresholds alone would.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0.</exception>
    public decimal Hysteresis
    {
        get;
        init => field = value >= 0m ? value : throw new ArgumentOutOfRangeException(nameof(Hysteresis), value, "Expected 0 or more.");
    }
    = 0.02m;

    /// <summary>The status of a goal under way.</summary>
    /// <param name="pace">Its pace.</param>
    /// <param name="previous">The status when it was last judged; null if that is not known.</param>
    /// <returns>On track, at risk or off track; unknown if the pace is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The previous status is not one of the named ones.</exception>
    public GoalStatus Judge(Quantity pace, GoalStatus? previous = null)
    {
        EnumValue.Checked(previous);
        if (pace.AmountOrNull is not { } value)
        {
            return GoalStatus.Unknown;
        }

        var onTrackFrom = previous == GoalStatus.OnTrack ? OnTrackFrom - Hysteresis : OnTrackFrom;
        if (value >= onTrackFrom)
        {
            return GoalStatus.OnTrack;
        }

        var atRiskFrom = previous is GoalStatus.OnTrack or GoalStatus.AtRisk ? AtRiskFrom - Hysteresis : AtRiskFrom;
        if (value >= atRiskFrom)
        {
            return GoalStatus.AtRisk;
        }

        return GoalStatus.OffTrack;
    }

    /// <summary>The thresholds, in the invariant culture.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"on track from a pace of {OnTrackFrom}, at risk from {AtRiskFrom}, held down to {Hysteresis} below");

    private static decimal Positive(decimal value, string name)
    {
        if (value <= 0m)
        {
            throw new ArgumentOutOfRangeException(name, value, "Expected a pace above 0.");
        }

        if (value > Highest)
        {
            var share = string.Create(CultureInfo.InvariantCulture, $"{value / 100m}");
            throw new ArgumentOutOfRangeException(
                name, value, $"Expected a pace of at most {Highest}, where 1 is on time. For a pace in per cent, state {share}.");
        }

        return value;
    }
}

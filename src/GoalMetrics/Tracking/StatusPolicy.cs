namespace GoalMetrics;

/// <summary>
/// When a goal under way is on track, at risk or off track, by its pace (S6.6). Immutable; equality is by value.
/// </summary>
public sealed record StatusPolicy
{
    /// <summary>On track from pace 1, at risk from 0.9, a band of 0.02 below each for a status that was held before.</summary>
    public static StatusPolicy Default { get; } = new();

    /// <summary>The pace from which a goal is on track; 1 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public decimal OnTrackFrom { get; init => field = Positive(value, nameof(OnTrackFrom)); } = 1m;

    /// <summary>The pace from which a goal is at risk; 0.9 unless told. Below, it is off track.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public decimal AtRiskFrom { get; init => field = Positive(value, nameof(AtRiskFrom)); } = 0.9m;

    /// <summary>
    /// How far the pace may fall below a threshold before a status held earlier is lost; 0.02 unless told. It keeps a goal
    /// near a threshold from changing its colour every day, and never makes a status worse than the thresholds do.
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
    /// <param name="previous">The status it had when last judged; null where that is not known.</param>
    /// <returns>On track, at risk or off track; unknown where the pace is undefined.</returns>
    public GoalStatus Judge(Quantity pace, GoalStatus? previous = null)
    {
        if (pace.AmountOrNull is not { } value)
        {
            return GoalStatus.Unknown;
        }

        return value >= OnTrackFrom - (previous == GoalStatus.OnTrack ? Hysteresis : 0m) ? GoalStatus.OnTrack
            : value >= AtRiskFrom - (previous is GoalStatus.OnTrack or GoalStatus.AtRisk ? Hysteresis : 0m) ? GoalStatus.AtRisk
            : GoalStatus.OffTrack;
    }

    private static decimal Positive(decimal value, string name) =>
        value > 0m ? value : throw new ArgumentOutOfRangeException(name, value, "Expected a pace above 0.");
}

namespace GoalMetrics.Statistics;

/// <summary>The parameters and states of a smoothing model; null where not given, or where the model has none. Immutable.</summary>
public sealed partial class SmoothingParameters
{
    /// <summary>How much of a surprise the level takes in, from 0 to 1.</summary>
    public double? Alpha { get; init; }

    /// <summary>How much of a change of level the trend takes in, from 0 to 1.</summary>
    public double? Beta { get; init; }

    /// <summary>How much of a surprise the season takes in, from 0 to 1.</summary>
    public double? Gamma { get; init; }

    /// <summary>What is left of the trend after a step, from 0 to 1.</summary>
    public double? Phi { get; init; }

    /// <summary>The level.</summary>
    public double? Level { get; init; }

    /// <summary>The trend per step.</summary>
    public double? Trend { get; init; }

    /// <summary>The season's figures: the first is for the first value that is smoothed, or in a result for the first step ahead.</summary>
    public IReadOnlyList<double>? Season { get; init; }

    internal void Check()
    {
        Require.Between(Alpha ?? 0d, 0d, 1d, nameof(Alpha));
        Require.Between(Beta ?? 0d, 0d, 1d, nameof(Beta));
        Require.Between(Gamma ?? 0d, 0d, 1d, nameof(Gamma));
        Require.Between(Phi ?? 0d, 0d, 1d, nameof(Phi));
        Require.Finite(Level ?? 0d, nameof(Level));
        Require.Finite(Trend ?? 0d, nameof(Trend));
        Require.Finite(Season ?? [], nameof(Season));
    }
}

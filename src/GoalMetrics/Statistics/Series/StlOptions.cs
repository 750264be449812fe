namespace GoalMetrics.Statistics;

/// <summary>How <see cref="Decomposition.Stl(IReadOnlyList{double}, IReadOnlyList{int}, StlOptions?)"/> smooths. Immutable.</summary>
public sealed partial class StlOptions
{
    /// <summary>
    /// How many cycles the season's figures are smoothed over: odd, at least 7. Null, the default, for a season that stays the same
    /// throughout.
    /// </summary>
    public int? SeasonalWindow { get; init; }

    /// <summary>How many values the trend is smoothed over: odd. Null, the default, for about one and a half cycles.</summary>
    public int? TrendWindow { get; init; }

    /// <summary>
    /// How often values far from the rest are weighed anew: 0 for never. Defaults to 15, so that single outliers change neither trend nor
    /// season.
    /// </summary>
    public int RobustIterations { get; init; } = 15;

    internal void Check()
    {
        CheckWindow(SeasonalWindow, 7, nameof(SeasonalWindow));
        CheckWindow(TrendWindow, 3, nameof(TrendWindow));
        Require.Between(RobustIterations, 0, 100, nameof(RobustIterations));
    }

    private static void CheckWindow(int? window, int least, string name)
    {
        if (window is { } length && (length < least || length % 2 == 0))
        {
            throw new ArgumentOutOfRangeException(
                name, FormattableString.Invariant($"Expected an odd number of at least {least}; found {length}."));
        }
    }
}

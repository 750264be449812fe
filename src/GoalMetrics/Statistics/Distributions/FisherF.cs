namespace GoalMetrics.Statistics;

/// <summary>The F distribution: the ratio of two independent mean squares.</summary>
internal static class FisherF
{
    /// <summary>The chance of a ratio beyond <paramref name="f"/>, for the degrees of freedom above and below the line.</summary>
    public static double Survival(double f, double above, double below)
    {
        var share = below / (below + (above * f));
        return BetaFunction.Cumulative(below / 2d, above / 2d, share, 1d - share);
    }
}

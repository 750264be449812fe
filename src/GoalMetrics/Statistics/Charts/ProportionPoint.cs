namespace GoalMetrics.Statistics;

/// <summary>A point of a <see cref="ProportionChart"/> with its own limits. Immutable and safe to share between threads.</summary>
public sealed partial class ProportionPoint
{
    internal ProportionPoint(Statistic share, long trials, Statistic lower, Statistic upper) =>
        (Share, Trials, LowerLimit, UpperLimit) = (share, trials, lower, upper);

    /// <summary>The share; undefined without trials.</summary>
    public Statistic Share { get; }

    /// <summary>How many trials it rests on.</summary>
    public long Trials { get; }

    /// <summary>The lower limit, at least 0: the fewer trials, the further from the centre.</summary>
    public Statistic LowerLimit { get; }

    /// <summary>The upper limit, at most 1.</summary>
    public Statistic UpperLimit { get; }
}

namespace GoalMetrics.Statistics;

/// <summary>The centre and limits of a stretch of an XmR chart. Immutable and safe to share between threads.</summary>
public sealed partial class XmrLimits
{
    // The mean range of two normal values is 1.128 sigmas; 1 + 3 · 0.8525 / 1.128 of it is the limit of ranges.
    private const double RangeInSigmas = 1.128;
    private const double RangeFactor = 3.267;

    internal XmrLimits(int first, int count, double centre, double meanMovingRange)
    {
        (First, Count, IsDefined) = (first, count, true);
        (Centre, MeanMovingRange) = (new(centre), new(meanMovingRange));
        Sigma = new(meanMovingRange / RangeInSigmas);
        LowerLimit = Statistic.Computed(centre - (3d * Sigma.Value));
        UpperLimit = Statistic.Computed(centre + (3d * Sigma.Value));
        MovingRangeLimit = Statistic.Computed(RangeFactor * meanMovingRange);
    }

    internal XmrLimits(int first, int count, UndefinedReason reason)
    {
        (First, Count) = (first, count);
        Centre = MeanMovingRange = Sigma = LowerLimit = UpperLimit = MovingRangeLimit = Statistic.Undefined(reason, "values");
    }

    /// <summary>The index of the first point they are for, from 0.</summary>
    public int First { get; }

    /// <summary>How many points they are for.</summary>
    public int Count { get; }

    /// <summary>Whether there are limits: two points at least.</summary>
    public bool IsDefined { get; }

    /// <summary>The mean of the baseline.</summary>
    public Statistic Centre { get; }

    /// <summary>The mean of the differences between neighbours in the baseline, without their sign.</summary>
    public Statistic MeanMovingRange { get; }

    /// <summary><c>mean moving range / 1.128</c>.</summary>
    public Statistic Sigma { get; }

    /// <summary><c>centre − 3 sigma</c>.</summary>
    public Statistic LowerLimit { get; }

    /// <summary><c>centre + 3 sigma</c>.</summary>
    public Statistic UpperLimit { get; }

    /// <summary>The limit of moving ranges, <c>3.267 · mean moving range</c>.</summary>
    public Statistic MovingRangeLimit { get; }
}

using GoalMetrics.Statistics;

namespace GoalMetrics;

// How many of how many, or why that is not known.
internal readonly record struct ShareCounts(long Successes, long Trials, UndefinedReason? Reason, string? Cause)
{
    // With fewer of either outcome the usual approximations do not hold.
    private const long Few = 5;

    public ShareCounts(long successes, long trials)
        : this(successes, trials, null, null)
    {
    }

    public ShareCounts(UndefinedReason reason, string cause)
        : this(0, 0, reason, cause)
    {
    }

    public bool IsFew => Math.Min(Successes, Trials - Successes) < Few;

    public Interval Interval(double level)
    {
        var interval = Proportion.Interval(Successes, Trials, level);
        if (Reason is { } reason)
        {
            return new(reason, Cause, level, 0, interval.Method, Unit.Ratio);
        }

        return interval;
    }
}

namespace GoalMetrics.Statistics;

// Moments in the past from which a series is forecast as if the rest were not known yet.
internal sealed class RollingOrigins
{
    // More origins cost more fits, and show little that these do not.
    private const int Most = 5;

    private const int LeastTraining = 3;

    private RollingOrigins(IReadOnlyList<int> lengths, int steps) => (Lengths, Steps) = (lengths, steps);

    // How many values are known at each origin; none where the series is too short.
    public IReadOnlyList<int> Lengths { get; }

    // How many steps are forecast from each.
    public int Steps { get; }

    // A third of what is there at most is spared, and a whole season is always known.
    public static RollingOrigins In(int length, int season, int horizon)
    {
        var training = Math.Max(LeastTraining, season > 1 ? season + 1 : 0);
        var spare = length - training;
        if (spare < 1)
        {
            return new([], 0);
        }

        var steps = Math.Min(horizon, Math.Max(1, Math.Min(spare, length / 3)));
        var stride = Math.Max(1, (steps + 2) / 3);
        var count = Math.Min(Most, 1 + ((spare - steps) / stride));
        return new([.. Enumerable.Range(0, count).Select(origin => length - steps - (origin * stride))], steps);
    }
}

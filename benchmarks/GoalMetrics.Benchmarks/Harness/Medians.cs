namespace GoalMetrics.Benchmarks;

/// <summary>The median times of two ways that were measured in turn, in nanoseconds.</summary>
internal readonly record struct Medians(double Ours, double Peers)
{
    /// <summary>The median of some values; of an even number, the mean of the two in the middle.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The times of one of so many operations.</summary>
    public Medians Each(double operations) => new(Ours / operations, Peers / operations);
}

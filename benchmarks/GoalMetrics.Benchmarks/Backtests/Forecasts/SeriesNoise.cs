namespace GoalMetrics.Benchmarks.Backtests;

/// <summary>The chance in a made-up series.</summary>
internal sealed class SeriesNoise(Random random)
{
    private double _level;

    /// <summary>A standard normal number.</summary>
    public double Normal() => Math.Sqrt(-2d * Math.Log(1d - random.NextDouble())) * Math.Cos(2d * Math.PI * random.NextDouble());

    /// <summary>How far a level is from its start that moves by normal steps.</summary>
    public double Wander(double sigma) => _level += sigma * Normal();

    /// <summary>The same, of a level of which only this share is left after a step.</summary>
    public double Return(double share, double sigma) => _level = (share * _level) + (sigma * Normal());

    /// <summary>A number of events with this mean, by Knuth's product of uniform numbers.</summary>
    public double Poisson(double mean)
    {
        var (limit, product, events) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit)
        {
            events++;
            product *= random.NextDouble();
        }

        return events;
    }

    /// <summary>How many of so many trials succeed.</summary>
    public double Successes(double trials, double chance)
    {
        var successes = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            successes += random.NextDouble() < chance ? 1 : 0;
        }

        return successes;
    }
}

namespace GoalMetrics.Benchmarks.Backtests;

/// <summary>Kinds of series whose truth is known, since it was made up.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Known">How many values are known.</param>
/// <param name="Ahead">How many come after them.</param>
/// <param name="Season">The length of the season that is looked for.</param>
/// <param name="Value">The value at a place, from a level that may have moved.</param>
internal sealed record SimulatedSeries(string Name, int Known, int Ahead, int Season, Func<int, SeriesNoise, double> Value)
{
    private static readonly double[] Week = [1.1, 1.0, 1.0, 1.05, 1.2, 0.9, 0.75];

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<SimulatedSeries> All { get; } =
    [
        new("normal noise, half a year of days", 180, 28, 7, (_, noise) => 100d + (10d * noise.Normal())),
        new("normal noise with weekdays", 180, 28, 7, (day, noise) => (100d * Week[day % 7]) + (10d * noise.Normal())),
        new("level that wanders", 180, 28, 7, (_, noise) => 100d + noise.Wander(3d) + (10d * noise.Normal())),
        new("level that returns, by a fifth each day", 180, 28, 7, (_, noise) => 200d + noise.Return(0.8, 10d)),
        new("lognormal noise, sigma 0.5", 180, 28, 7, (_, noise) => 100d * Math.Exp(0.5 * noise.Normal())),
        new("lognormal noise, sigma 1", 180, 28, 7, (_, noise) => 100d * Math.Exp(noise.Normal())),
        new("lognormal noise, sigma 1, with weekdays", 180, 28, 7, (day, noise) => 100d * Week[day % 7] * Math.Exp(noise.Normal())),
        new("lognormal noise, sigma 1, growing", 180, 28, 7, (day, noise) => 100d * Math.Exp((0.005 * day) + noise.Normal())),
        new("lognormal noise, sigma 1, 36 months", 36, 12, 12, (_, noise) => 100d * Math.Exp(noise.Normal())),
        new("normal noise with a season, 36 months, 3 ahead", 36, 3, 12, (month, noise) => Year(month, 12) + (10d * noise.Normal())),
        new("normal noise with a season, 60 months, 12 ahead", 60, 12, 12, (month, noise) => Year(month, 12) + (10d * noise.Normal())),
        new("level that wanders, with a season, 36 months", 36, 12, 12, (month, noise) => Year(month, 12) + noise.Wander(5d)),
        new("normal noise with a season, 156 weeks", 156, 13, 52, (week, noise) => Year(week, 52) + (10d * noise.Normal())),
        new("level that wanders, with a season, 156 weeks", 156, 13, 52, (week, noise) => Year(week, 52) + noise.Wander(5d)),
        new("counts of 2 a day", 90, 28, 7, (_, noise) => noise.Poisson(2d)),
        new("counts of 2 a day whose rate differs", 90, 28, 7, (_, noise) => noise.Poisson(2d * Math.Exp(0.8 * noise.Normal()))),
        new("an order every tenth day", 90, 28, 7, (_, noise) => noise.Poisson(0.1)),
        new("normal noise, 4 values", 4, 3, 1, (_, noise) => 100d + (10d * noise.Normal())),
        new("normal noise, 6 values", 6, 3, 1, (_, noise) => 100d + (10d * noise.Normal())),
        new("normal noise, 8 values", 8, 4, 1, (_, noise) => 100d + (10d * noise.Normal())),
        new("normal noise, 12 values", 12, 6, 12, (_, noise) => 100d + (10d * noise.Normal())),
        new("normal noise, 24 values", 24, 12, 12, (_, noise) => 100d + (10d * noise.Normal())),
        new("lognormal noise, sigma 1, 12 values", 12, 6, 12, (_, noise) => 100d * Math.Exp(noise.Normal())),
        new("a trend, 8 values", 8, 4, 1, (month, noise) => 100d + (5d * month) + (10d * noise.Normal())),
        new("a trend, 12 values", 12, 6, 12, (month, noise) => 100d + (5d * month) + (10d * noise.Normal())),
        new("level that wanders, 12 values", 12, 6, 12, (_, noise) => 100d + noise.Wander(10d)),
        new("level that wanders, 5 values", 5, 3, 1, (_, noise) => 100d + noise.Wander(10d)),
        new("counts of which most are alike, 6 values", 6, 3, 1, (_, noise) => noise.Poisson(0.2)),
        new("counts of which most are alike, 10 values", 10, 5, 1, (_, noise) => noise.Poisson(0.1)),
    ];

    /// <summary>A series of this kind: what is known, and what comes.</summary>
    public (double[] Known, double[] Ahead) Next(Random random)
    {
        var noise = new SeriesNoise(random);
        double[] values = [.. Enumerable.Range(0, Known + Ahead).Select(place => Value(place, noise))];
        return (values[..Known], values[Known..]);
    }

    private static double Year(int place, int length) => 200d + (40d * Math.Sin(2d * Math.PI * place / length));
}

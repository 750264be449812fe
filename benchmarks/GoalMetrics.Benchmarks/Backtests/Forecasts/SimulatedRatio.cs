namespace GoalMetrics.Benchmarks.Backtests;

/// <summary>Kinds of ratios whose truth is known: orders of visits.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Known">How many values are known.</param>
/// <param name="Ahead">How many come after them.</param>
/// <param name="Visits">The mean number of visits in a step.</param>
/// <param name="Rate">The chance that a visit has an order.</param>
internal sealed record SimulatedRatio(string Name, int Known, int Ahead, double Visits, double Rate)
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<SimulatedRatio> All { get; } =
    [
        new("100 visits a day, 5 % of them orders", 90, 28, 100d, 0.05),
        new("20 visits a day, 5 %", 90, 28, 20d, 0.05),
        new("20 visits a day, 1 %", 90, 28, 20d, 0.01),
        new("3 visits a day, 10 %", 90, 28, 3d, 0.1),
        new("20 visits a day, 0.2 %", 60, 14, 20d, 0.002),
        new("5 visits a day, 20 %", 30, 7, 5d, 0.2),
        new("half a visit a day, 30 %", 90, 28, 0.5, 0.3),
        new("20 visits a month, 5 %, 6 months", 6, 3, 20d, 0.05),
        new("100 visits a month, 50 %, 6 months", 6, 3, 100d, 0.5),
    ];

    /// <summary>A series of this kind: orders and visits.</summary>
    public (double[] Orders, double[] Visits) Next(Random random)
    {
        var noise = new SeriesNoise(random);
        double[] visits = [.. Enumerable.Range(0, Known + Ahead).Select(_ => noise.Poisson(Visits))];
        return ([.. visits.Select(trials => noise.Successes(trials, Rate))], visits);
    }
}

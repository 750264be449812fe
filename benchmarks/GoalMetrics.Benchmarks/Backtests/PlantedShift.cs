namespace GoalMetrics.Benchmarks.Backtests;

/// <summary>What happens to a series of days, and how it is made.</summary>
internal sealed record PlantedShift(string Name, Func<int, double> Sigmas)
{
    /// <summary>The day on which it begins.</summary>
    public const int Day = 120;

    /// <summary>Days before the limits are frozen.</summary>
    public const int Baseline = 90;

    /// <summary>Days of a series.</summary>
    public const int Days = 180;

    private const double Sigma = 50d;

    // Monday to Sunday.
    private static readonly double[] Week = [100d, 60d, 40d, 20d, 0d, -120d, -100d];

    /// <summary>Nothing happens.</summary>
    public static PlantedShift None { get; } = new("none", _ => 0d);

    /// <summary>Steps, a drift and a changed weekday.</summary>
    public static IReadOnlyList<PlantedShift> All { get; } =
    [
        new("step of 1 sigma", _ => 1d),
        new("step of 2 sigma", _ => 2d),
        new("step of 3 sigma", _ => 3d),
        new("drift to 3 sigma in 60 days", day => 3d * day / (Days - Day)),
        new("one weekday lower by 4 sigma", day => (Day + day) % 7 == 2 ? -4d : 0d),
    ];

    /// <summary>1,000 a day with a week in it, and normal noise.</summary>
    public decimal[] Series(Random random) => [.. Enumerable.Range(0, Days).Select(day => ValueAt(day, random))];

    private decimal ValueAt(int day, Random random)
    {
        var shift = day < Day ? 0d : Sigmas(day - Day);
        var value = 1_000d + Week[day % 7] + (Sigma * (Normal(random) + shift));
        return (decimal)Math.Round(value, 2);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2d * Math.Log(1d - random.NextDouble())) * Math.Cos(2d * Math.PI * random.NextDouble());
}

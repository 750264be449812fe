namespace GoalMetrics.Statistics;

/// <summary>
/// Known values that are all alike, and too few to be sure that the next one is. The chance that a step differs is drawn for each future
/// from what is known of a share of 0 in n, Jeffreys' Beta(½, n + ½); a step that differs is twice the value or nothing, and of zeros 1.
/// </summary>
internal sealed class AlikeModel(double value, int count) : ForecastModel
{
    // From so many on, the next differs with a chance of 5 % at most: (½) / (n + 1).
    private const int Enough = 9;

    // With two there is a level and no spread.
    private const int Fewest = 3;

    /// <summary>Whether that is so: of zeros always, since an event may occur that has not yet.</summary>
    public static bool Is(double[] values) =>
        values.Length >= Fewest && (values.Length < Enough || values[0] == 0d) && values.All(value => value == values[0]);

    public override int DegreesOfFreedom => count - 1;

    public override double[] Points(int horizon) => [.. Enumerable.Repeat(value, horizon)];

    // The surprise after those of the steps is the seed, and its sign which way a step differs, so that pairs keep the mean. Two series
    // share it, so that both differ in the same steps.
    public override void Simulate(ReadOnlySpan<double> surprises, double scale, Span<double> path)
    {
        var seed = surprises[path.Length];
        var random = new RandomNumbers(unchecked((ulong)BitConverter.DoubleToInt64Bits(Math.Abs(seed))));
        var normal = random.Normal();
        var differs = normal * normal / ((normal * normal) + random.ChiSquare((2 * count) + 1));
        for (var step = 0; step < path.Length; step++)
        {
            var isMore = (random.Uniform() < 0.5) == (seed < 0d);
            path[step] = random.Uniform() < differs ? Another(isMore) : value;
        }
    }

    private double Another(bool isMore)
    {
        if (value == 0d)
        {
            return 1d;
        }

        return isMore ? 2d * value : 0d;
    }
}

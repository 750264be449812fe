namespace GoalMetrics.Tests;

internal static class PoissonNoise
{
    /// <summary>
    /// A count of Poisson's distribution: as many uniform factors as stay above e to the negative mean (Knuth, The Art of Computer
    /// Programming 2, 3.4.1).
    /// </summary>
    public static int Drawn(double mean, Random noise)
    {
        var count = -1;
        for (var product = 1d; product > Math.Exp(-mean); product *= noise.NextDouble())
        {
            count++;
        }

        return count;
    }
}

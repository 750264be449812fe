namespace GoalMetrics.Statistics;

/// <summary>
/// Moves futures that cannot be negative by a factor for each step, so that their mean is where the point is. Without it, all that is cut
/// off below 0 would lift the mean, and with it every sum.
/// </summary>
internal static class SteadyMeans
{
    public static void Keep(double[] points, double[][] paths, SpreadScale scale)
    {
        if (paths.Length == 0)
        {
            return;
        }

        var values = new double[paths.Length];
        for (var step = 0; step < points.Length; step++)
        {
            for (var path = 0; path < paths.Length; path++)
            {
                values[path] = paths[path][step];
            }

            var mean = scale == SpreadScale.Log ? MeanOfLogs(values) : CompensatedSum.Of(values) / values.Length;
            if (!(mean > 0d) || !(points[step] > 0d))
            {
                continue;
            }

            foreach (var path in paths)
            {
                path[step] *= points[step] / mean;
            }
        }
    }

    // The median lifted by half the variance of the logs (Hyndman and Athanasopoulos, Forecasting, 5.6). Their mean itself would be that of
    // the largest alone. The spread is half the distance of the quantiles that are two standard deviations apart.
    private static double MeanOfLogs(double[] values)
    {
        const double oneSigmaBelow = 0.15865525393145707;
        Array.Sort(values);
        var middle = Quantiles.OfSorted(values, 0.5, QuantileType.Type7);
        var below = Quantiles.OfSorted(values, oneSigmaBelow, QuantileType.Type7);
        var above = Quantiles.OfSorted(values, 1d - oneSigmaBelow, QuantileType.Type7);
        var sigma = Math.Log(above / below) / 2d;
        return middle * (1d + (sigma * sigma / 2d));
    }
}

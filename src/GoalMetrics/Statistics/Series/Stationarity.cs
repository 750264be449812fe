namespace GoalMetrics.Statistics;

/// <summary>
/// Whether a series keeps its level, and how often it has to be differenced until it does. Pure; may be called from several threads.
/// </summary>
public static class Stationarity
{
    private const int MostDifferences = 2;

    /// <summary>
    /// How often to take differences until the KPSS test no longer rejects a constant level at 5 %: 0, 1 or 2. A constant or very short
    /// series needs none.
    /// </summary>
    /// <remarks>
    /// Source: Kwiatkowski, Phillips, Schmidt and Shin 1992, Journal of Econometrics 54:159-178; the lag <c>⌊3 √n / 13⌋</c> and the
    /// procedure of ndiffs in R's forecast package.
    /// </remarks>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static int DifferencesNeeded(IReadOnlyList<double> values)
    {
        const double critical = 0.463;
        Require.Finite(values);
        double[] series = [.. values];
        for (var differences = 0; differences < MostDifferences; differences++)
        {
            if (Kpss(series) is not > critical)
            {
                return differences;
            }

            series = Differenced(series, 1);
        }

        return MostDifferences;
    }

    /// <summary>How often to take differences over a season: 1 where its strength by STL exceeds 0.64, otherwise 0.</summary>
    /// <remarks>
    /// 0 also of fewer than two whole seasons. Source: nsdiffs in R's forecast package; <see cref="Decomposition.SeasonalStrength"/>.
    /// </remarks>
    /// <param name="values">The values at equal steps, oldest first.</param>
    /// <param name="period">The length of the season: at least 2.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the period is below 2.</exception>
    public static int SeasonalDifferencesNeeded(IReadOnlyList<double> values, int period)
    {
        Require.AtLeast(period, 2);
        var options = new StlOptions { SeasonalWindow = 11, RobustIterations = 0 };
        if (Decomposition.Stl(values, [period], options).SeasonalStrength(period).ValueOrNull > Decomposition.Strong)
        {
            return 1;
        }

        return 0;
    }

    internal static double[] Differenced(double[] values, int lag)
    {
        var differences = new double[Math.Max(0, values.Length - lag)];
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = values[i + lag] - values[i];
        }

        return differences;
    }

    // The squares of the sums so far over the variance in the long run, with Bartlett's weights; null where nothing varies.
    private static double? Kpss(double[] values)
    {
        const int least = 4;
        if (values.Length < least)
        {
            return null;
        }

        var mean = values.Average();
        double running = 0d, sums = 0d;
        foreach (var value in values)
        {
            running += value - mean;
            sums += running * running;
        }

        var n = (double)values.Length;
        var lags = (int)(3d * Math.Sqrt(n) / 13d);
        var variance = Covariance(values, mean, 0);
        for (var lag = 1; lag <= lags; lag++)
        {
            variance += 2d * (1d - (lag / (lags + 1d))) * Covariance(values, mean, lag);
        }

        if (variance > 0d)
        {
            return sums / (n * n) / variance;
        }

        return null;
    }

    private static double Covariance(double[] values, double mean, int lag)
    {
        var sum = 0d;
        for (var i = lag; i < values.Length; i++)
        {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }

        return sum / values.Length;
    }
}

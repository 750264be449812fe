namespace GoalMetrics.Statistics;

/// <summary>
/// The seasonal-trend decomposition of Cleveland, Cleveland, McRae and Terpenning (1990), Journal of Official Statistics 6:3-73, for one
/// season.
/// </summary>
internal sealed class StlSmoother
{
    private readonly int _period;
    private readonly int _seasonalWindow;
    private readonly int _trendWindow;
    private readonly bool _isPeriodic;
    private readonly int _robustIterations;

    public StlSmoother(int period, int length, StlOptions options)
    {
        _period = period;
        _isPeriodic = options.SeasonalWindow is null;
        _seasonalWindow = options.SeasonalWindow ?? ((10 * length) + 1);
        _trendWindow = options.TrendWindow ?? NextOdd(Math.Ceiling(1.5 * period / (1d - (1.5 / _seasonalWindow))));
        _robustIterations = options.RobustIterations;
    }

    public (double[] Trend, double[] Seasonal) Fit(double[] values)
    {
        var (trend, seasonal) = (new double[values.Length], new double[values.Length]);
        double[] weights = [];
        var innerLoops = _robustIterations > 0 ? 1 : 2;
        for (var outer = 0; outer <= _robustIterations; outer++)
        {
            for (var inner = 0; inner < innerLoops; inner++)
            {
                seasonal = Seasonal(values, trend, weights);
                var adjusted = Subtract(values, seasonal);
                trend = Loess.Smooth(adjusted, weights, _trendWindow, degree: 1, Jump(_trendWindow));
            }

            if (outer < _robustIterations)
            {
                weights = RobustWeights(Subtract(Subtract(values, trend), seasonal));
            }
        }

        return (trend, _isPeriodic ? CycleMeans(seasonal) : seasonal);
    }

    // Each place of the cycle is smoothed by itself, and what is left of the level in the result is taken out.
    private double[] Seasonal(double[] values, double[] trend, double[] weights)
    {
        var detrended = Subtract(values, trend);
        var cycles = new double[values.Length + (2 * _period)];
        for (var phase = 0; phase < _period; phase++)
        {
            SmoothCycle(Every(detrended, phase), weights.Length == 0 ? [] : Every(weights, phase), phase, cycles);
        }

        var means = MovingAverage(MovingAverage(MovingAverage(cycles, _period), _period), 3);
        var lowWindow = NextOdd(_period);
        var level = Loess.Smooth(means, [], lowWindow, degree: 1, Jump(lowWindow));
        var seasonal = new double[values.Length];
        for (var i = 0; i < seasonal.Length; i++)
        {
            seasonal[i] = cycles[i + _period] - level[i];
        }

        return seasonal;
    }

    // One cycle before the first and one after the last is needed for the moving averages.
    private void SmoothCycle(double[] cycle, double[] weights, int phase, double[] cycles)
    {
        var degree = _isPeriodic ? 0 : 1;
        var smooth = Loess.Smooth(cycle, weights, _seasonalWindow, degree, Jump(_seasonalWindow));
        cycles[phase] = Loess.At(cycle, weights, _seasonalWindow, degree, -1) ?? smooth[0];
        for (var i = 0; i < smooth.Length; i++)
        {
            cycles[phase + ((i + 1) * _period)] = smooth[i];
        }

        cycles[phase + ((smooth.Length + 1) * _period)] = Loess.At(cycle, weights, _seasonalWindow, degree, smooth.Length) ?? smooth[^1];
    }

    private double[] Every(double[] values, int phase)
    {
        var cycle = new double[((values.Length - 1 - phase) / _period) + 1];
        for (var i = 0; i < cycle.Length; i++)
        {
            cycle[i] = values[phase + (i * _period)];
        }

        return cycle;
    }

    private double[] CycleMeans(double[] seasonal)
    {
        var means = new double[_period];
        for (var phase = 0; phase < _period; phase++)
        {
            means[phase] = Every(seasonal, phase).Average();
        }

        return [.. seasonal.Select((_, i) => means[i % _period])];
    }

    /// <summary>
    /// Bisquare weights of the remainders: one of six times the median counts nothing. As in the authors' program the whole weight reaches
    /// to 0.001 of that, and none is left beyond 0.999 of it; where most remainders are 0, any other counts nothing.
    /// </summary>
    internal static double[] RobustWeights(double[] remainders)
    {
        double[] sizes = [.. remainders.Select(Math.Abs)];
        double[] sorted = [.. sizes];
        Array.Sort(sorted);
        var reach = 6d * Quantiles.OfSorted(sorted, 0.5, QuantileType.Type7);
        return [.. sizes.Select(size => Bisquare(size, reach))];
    }

    private static double Bisquare(double size, double reach)
    {
        if (size <= 0.001 * reach)
        {
            return 1d;
        }

        var share = size / reach;
        var rest = 1d - (share * share);
        if (size <= 0.999 * reach)
        {
            return rest * rest;
        }

        return 0d;
    }

    private static double[] MovingAverage(double[] values, int length)
    {
        var means = new double[values.Length - length + 1];
        var sum = values.AsSpan(0, length).ToArray().Sum();
        for (var i = 0; i < means.Length; i++)
        {
            means[i] = sum / length;
            if (i + length < values.Length)
            {
                sum += values[i + length] - values[i];
            }
        }

        return means;
    }

    private static double[] Subtract(double[] values, double[] parts)
    {
        var rest = new double[values.Length];
        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] = values[i] - parts[i];
        }

        return rest;
    }

    private static int Jump(int window) => Math.Max(1, (window + 9) / 10);

    private static int NextOdd(double number)
    {
        if ((int)number % 2 == 0)
        {
            return (int)number + 1;
        }

        return (int)number;
    }
}
